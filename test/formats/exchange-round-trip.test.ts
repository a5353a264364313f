import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipArchive } from '../../electron/core/export/zip.ts';
import {
  archiveFiles,
  emptyProject,
  exported,
  hasSamples,
  importFile,
  refiSamples,
  refiSchema,
} from '../support/exchange.ts';
import { xsdFaults } from '../support/xsd.ts';

const g = (kind: number, number = 0): string =>
  `${String(kind).padStart(8, '0')}-Aaaa-4000-8000-${String(number).padStart(12, '0')}`;
const schema = refiSchema('Project.xsd');

/** Takes a project file over into an empty project and writes it; answers what was written, held to the schema. */
async function roundTrip(body: string, files: Record<string, string | Uint8Array> = {}) {
  const test = await emptyProject();
  const xml = `<Project xmlns="urn:QDA-XML:project:1.0" name="n" origin="Somebody 1">${body}</Project>`;
  const entries = Object.entries({ 'project.qde': xml, ...files });
  test.file('a.qdpx', zipArchive(entries.map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }))));
  const report = await importFile(test, test.path('a.qdpx'));
  for (const { element, inFile, imported, present, lost } of report.counts)
    expect(imported + present + lost, element).toBe(inFile);
  const archive = await archiveFiles(await exported(test, 'qdpx'));
  const written = archive.get('project.qde')!.toString('utf8');
  if (schema !== null) expect(xsdFaults(schema, written)).toEqual([]);
  return { test, report, written, archive };
}

const people = `<Users><User guid="${g(1)}" name="Ann" id="A"/><User guid="${g(1, 1)}" name="Ben"/><User guid="${g(1, 2)}" name="Nobody"/></Users>`;
const fear = `<CodeBook><Codes><Code guid="${g(2)}" name="Fear" isCodable="true"/></Codes></CodeBook>`;
const coding = (number: number, user = g(1), code = g(2)): string =>
  `<Coding guid="${g(5, number)}" creatingUser="${user}" creationDateTime="2024-05-01T10:00:00+02:00"><CodeRef targetGUID="${code}"/></Coding>`;
const selection = (number: number, start: number, end: number, inner = ''): string =>
  `<PlainTextSelection guid="${g(4, number)}" name="" startPosition="${start}" endPosition="${end}" creatingUser="${g(1)}" creationDateTime="2024-05-01T10:00:00Z">${inner}</PlainTextSelection>`;
const source = (inner: string, number = 0): string =>
  `<Sources><TextSource guid="${g(3, number)}" name="Talk" plainTextPath="internal://t.txt">${inner}</TextSource></Sources>`;

describe('what goes in and out again', () => {
  it('users without codings, and GUIDs in the letters they came in', async () => {
    const { written } = await roundTrip(people + fear + source(selection(0, 0, 4, coding(0))), {
      'sources/t.txt': 'They',
    });
    for (const guid of [g(1), g(1, 1), g(1, 2), g(2), g(3), g(4), g(5)]) expect(written).toContain(`guid="${guid}"`);
    expect(written).toContain('name="Nobody"');
  });

  it('a tree sixty levels deep, names twice under one parent, order, no colour, a description of several lines', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, level) => `<Code guid="${g(20, level)}" name="Level ${level}" isCodable="true">`,
    );
    const codes = `<Code guid="${g(21)}" name="Zeta" isCodable="false"><Description>one\n &lt;b&gt; &amp; two</Description></Code><Code guid="${g(22)}" name="Same" isCodable="true" color="#abcdef"/><Code guid="${g(23)}" name="Same" isCodable="true"/>${deep.join('')}${'</Code>'.repeat(60)}`;
    const { written } = await roundTrip(`<CodeBook><Codes>${codes}</Codes></CodeBook>`);
    const order = [...written.matchAll(/<Code guid="([^"]+)"/g)].map(([, guid]) => guid);
    expect(order).toEqual([g(21), g(22), g(23), ...Array.from({ length: 60 }, (_, level) => g(20, level))]);
    expect(written).toContain('<Description>one\n &lt;b&gt; &amp; two</Description>');
    expect(written).toContain('color="#abcdef"');
    expect(written.match(/<\/Code>/g)!.length).toBeGreaterThanOrEqual(59);
  });

  it('selections: uncoded, nested, crossing, adjacent, the whole text, with comments; the same coder and code twice', async () => {
    const text = 'They watch us all day.';
    const ranges: [number, number][] = [
      [0, 22],
      [0, 4],
      [2, 8],
      [4, 10],
      [10, 22],
      [5, 10],
    ];
    const marks = ranges.map(([start, end], place) =>
      selection(place, start, end, place === 5 ? '<Description>no code</Description>' : coding(place)),
    );
    const twice =
      selection(50, 0, 4, coding(50) + coding(51)) +
      selection(51, 0, 4, coding(52)) +
      selection(52, 0, 4, coding(53, g(1, 1)));
    const { written, report } = await roundTrip(people + fear + source(marks.join('') + twice), {
      'sources/t.txt': text,
    });
    expect(report.counts.find(({ element }) => element === 'Coding')).toMatchObject({ inFile: 9, imported: 9 });
    for (const number of [0, 1, 2, 3, 4, 50, 51, 52, 53]) expect(written).toContain(`guid="${g(5, number)}"`);
    for (const [place, [start, end]] of ranges.entries())
      expect(written).toMatch(new RegExp(`guid="${g(4, place)}"[^>]*startPosition="${start}" endPosition="${end}"`));
    expect(written).toContain('<Description>no code</Description>');
    expect(written).toContain('creationDateTime="2024-05-01T08:00:00Z"');
  });

  const texts = [
    '',
    'x',
    'a👩‍👩‍👧b e\u0301 𠮷野 نعم \u00a0\t\u2028z\n',
    'one\r\ntwo\rthree\nfour\r\n',
    '\ufeffmark',
    'no end\u0007bell',
  ];
  it.each(texts)('the text %j, with every selection on the words it was on', async (text) => {
    const characters = Array.from(text.replace(/^\ufeff/, ''));
    const plain = (words: string): string => words.replaceAll(/\r\n?/g, '\n');
    const marks: { number: number; words: string }[] = [];
    for (let at = 0; at + 2 <= characters.length; at++) {
      const splits = [at, at + 2].some((edge) => characters[edge - 1] === '\r' && characters[edge] === '\n');
      if (!splits) marks.push({ number: at, words: plain(characters.slice(at, at + 2).join('')) });
    }
    const inner = marks.map(({ number }) => selection(number, number, number + 2, coding(number))).join('');
    const { archive, written, report } = await roundTrip(people + fear + source(inner), { 'sources/t.txt': text });
    const again = archive.get(`sources/${g(3)}.txt`)!.toString('utf8');
    expect(again).toBe(plain(characters.join('')));
    expect(report.attention).toEqual([]);
    for (const { number, words } of marks) {
      const place = new RegExp(`guid="${g(4, number)}"[^>]*startPosition="(\\d+)" endPosition="(\\d+)"`).exec(written)!;
      expect(Array.from(again).slice(Number(place[1]), Number(place[2])).join('')).toBe(words);
    }
  });

  it('a mark that the writing program took for a character is dropped, and the positions that counted it are right', async () => {
    const { archive, written } = await roundTrip(people + fear + source(selection(0, 6, 11, coding(0))), {
      'sources/t.txt': '\ufeff\ufeffThey watch us.',
    });
    expect(archive.get(`sources/${g(3)}.txt`)!.toString('utf8')).toBe('They watch us.');
    expect(written).toMatch(/name="watch" startPosition="5" endPosition="10"/);
  });

  it('a variable with a day no calendar has is written as text', async () => {
    const { written } = await roundTrip(
      `<Cases><Case guid="${g(8)}" name="One"><VariableValue><VariableRef targetGUID="${g(9)}"/><DateValue>2023-02-29</DateValue></VariableValue></Case></Cases><Variables><Variable guid="${g(9)}" name="Day" typeOfVariable="Date"/></Variables>`,
    );
    expect(written).toContain('<TextValue>2023-02-29</TextValue>');
  });

  it('variables of all types, cases and sources that carry them, sets, links with direction, graphs, notes on everything', async () => {
    const types = {
      Text: 'long',
      Boolean: 'true',
      Integer: '-3',
      Float: '2.5',
      Date: '2024-02-29',
      DateTime: '2024-02-29T10:00:00Z',
    };
    const variables = Object.keys(types)
      .map((type, place) => `<Variable guid="${g(9, place)}" name="${type}" typeOfVariable="${type}"/>`)
      .join('');
    const values = Object.entries(types)
      .map(
        ([type, value], place) =>
          `<VariableValue><VariableRef targetGUID="${g(9, place)}"/><${type}Value>${value}</${type}Value></VariableValue>`,
      )
      .join('');
    const note = (number: number): string => `<NoteRef targetGUID="${g(7, number)}"/>`;
    const notes = Array.from(
      { length: 6 },
      (_, number) =>
        `<Note guid="${g(7, number)}" name="N${number}" creatingUser="${g(1)}" creationDateTime="2024-05-0${number + 1}T10:00:00Z" modifiedDateTime="2024-06-01T10:00:00Z"><PlainTextContent>N${number} says</PlainTextContent></Note>`,
    ).join('');
    const body = `${people}<CodeBook><Codes><Code guid="${g(2)}" name="Fear" isCodable="true">${note(0)}</Code></Codes></CodeBook><Variables>${variables}</Variables>
<Cases><Case guid="${g(6)}" name="P1">${values}<SourceRef targetGUID="${g(3)}"/></Case></Cases>
<Sources><TextSource guid="${g(3)}" name="Talk" plainTextPath="internal://t.txt">${selection(0, 0, 4, coding(0).replace('</Coding>', `${note(2)}</Coding>`) + note(1))}${note(3)}</TextSource></Sources>
<Notes>${notes}</Notes><Links><Link guid="${g(8)}" direction="Bidirectional" color="#00ff00" originGUID="${g(4)}" targetGUID="${g(2)}"/><Link guid="${g(8, 1)}" originGUID="${g(7, 4)}" targetGUID="${g(6)}"/></Links>
<Sets><Set guid="${g(10)}" name="S"><MemberCode targetGUID="${g(2)}"/><MemberSource targetGUID="${g(3)}"/><MemberNote targetGUID="${g(7)}"/></Set></Sets>
<Graphs><Graph guid="${g(11)}" name="M"><Vertex guid="${g(12)}" representedGUID="${g(2)}" firstX="1" firstY="1"/></Graph></Graphs>${note(5)}`;
    const { test, written, archive } = await roundTrip(body, { 'sources/t.txt': 'They watch us.' });
    const memos = await test.client.call('memos.list', {});
    expect(memos.map(({ target, text }) => `${target.kind}: ${text}`).sort()).toEqual(
      [
        'code: N0 says',
        'selection: N1 says',
        'coding: N2 says',
        'document: N3 says',
        'case: N4 says',
        'project: N5 says',
      ].sort(),
    );
    for (const [type, value] of Object.entries(types).filter(([name]) => name !== 'DateTime'))
      expect(written).toContain(`<${type}Value>${value}</${type}Value>`);
    expect(written).toContain(types.DateTime);
    for (const piece of [
      'direction="Bidirectional" color="#00ff00"',
      `<MemberNote targetGUID="${g(7)}"`,
      `representedGUID="${g(2)}"`,
      'modifiedDateTime="2024-06-01T10:00:00Z"',
    ])
      expect(written).toContain(piece);
    for (let number = 0; number < 6; number++)
      expect(archive.get(`sources/${g(7, number)}.txt`)!.toString()).toBe(`N${number} says`);
  });

  it('ten megabytes of text', { timeout: 60_000 }, async () => {
    const text = Array.from({ length: 400_000 }, (_, place) => `They 😀 ${place * 7919} us `).join('');
    const { archive, written } = await roundTrip(
      people + fear + source(selection(0, 5_000_000, 5_000_001, coding(0))),
      { 'sources/t.txt': text },
    );
    expect(archive.get(`sources/${g(3)}.txt`)!.toString('utf8') === text).toBe(true);
    expect(written).toMatch(/startPosition="5000000" endPosition="5000001"/);
  });
});

describe.skipIf(!hasSamples)('files of other programs (skipped where they are not beside the checkout)', () => {
  it.each([
    'skyloom__TestProject.qdpx',
    'spec_annex_A3_transana.qde',
    'generated__qualcoder_synthetic.qdpx',
    'generated__qualcoder_synthetic_maxqda_crlf.qdpx',
    'generated__qualcoder_pdf_invalid.qdpx',
  ])('%s: written again it is valid, whole and refers to nothing that is not there', async (file) => {
    const test = await emptyProject();
    const path = join(refiSamples, file);
    await importFile(test, path);
    const archive = await archiveFiles(await exported(test, 'qdpx'));
    const written = archive.get('project.qde')!.toString('utf8');
    if (schema !== null) expect(xsdFaults(schema, written)).toEqual([]);
    const guids = [...written.matchAll(/<\w+ [^>]*?guid="([^"]+)"/g)].map(([, guid]) => guid!.toLowerCase());
    expect(guids.length).toBe(new Set(guids).size);
    for (const [, target] of written.matchAll(
      /(?:targetGUID|creatingUser|originGUID|sourceVertex|targetVertex|SyncPoint)="([^"]+)"/g,
    ))
      expect(guids).toContain(target!.toLowerCase());
    const paths = [...written.matchAll(/[pP]ath="internal:\/\/([^"]+)"/g)].map(([, each]) => `sources/${each}`);
    expect(new Set(paths)).toEqual(new Set([...archive.keys()].filter((name) => name !== 'project.qde')));
    // What the file itself calls its people and codes is there again.
    const bytes = readFileSync(path);
    const given = file.endsWith('.qde')
      ? bytes.toString('utf8')
      : [...(await archiveFiles(bytes))].find(([name]) => name.endsWith('.qde'))![1].toString('utf8');
    for (const [, , guid] of given.matchAll(/<(User|Code) [^>]*?guid="([^"]+)"/g))
      expect(guids).toContain(guid!.toLowerCase());
  });
});
