import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRow } from '../../shared/export/csv.ts';
import { archiveFiles, codingsCsv, emptyProject, exported, importFile, refiSchema } from '../support/exchange.ts';
import type { TestCore } from '../support/core.ts';
import { importTexts } from '../support/core.ts';
import { richExchange } from '../support/rich-exchange.ts';
import { xsdFaults } from '../support/xsd.ts';

const word = fc.constantFrom(
  'trust',
  'naïve',
  '信用',
  '😀',
  '𠮷野',
  'e\u0301',
  '👩‍👩‍👧',
  'a&b',
  '<i>',
  '"q"',
  'نعم',
  '\u2028',
  '\t',
  'v\u000bt',
);
const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.nat(2), fc.boolean())
  .map(([lines, end, marks, closed]) => `${'\ufeff'.repeat(marks)}${lines.join(end)}${closed ? end : ''}x`);
const name = fc.constantFrom('Fear', 'Trust', '恐れ', 'A & B', '<x>', 'Émile "E"', "Z's");
const code = fc.array(name, { minLength: 1, maxLength: 3 }).map((path) => path.join(' / '));
const mark = fc.record({
  document: fc.nat(2),
  coder: fc.constantFrom('Ada', 'Bo', '陳'),
  code,
  start: fc.nat(),
  length: fc.nat(30),
  memo: fc.constantFrom('', 'why?', 'two\n\nlines & <tags>'),
});
const study = fc.record({
  texts: fc.array(text, { minLength: 1, maxLength: 3 }),
  marks: fc.array(mark, { minLength: 1, maxLength: 25 }),
  definition: fc.constantFrom('', 'said of fear', 'one\ntwo <b>'),
  rule: fc.constantFrom('', 'never'),
  note: fc.constantFrom('', 'A memo of the project\nwith lines'),
  /** With what came from another program: cases, variables, sets, links, graphs, pictures, a PDF, a recording. */
  isRich: fc.boolean(),
});
type Study = typeof study extends fc.Arbitrary<infer Value> ? Value : never;

async function build({ texts, marks, definition, rule, note, isRich }: Study): Promise<TestCore> {
  const test = await emptyProject();
  const names = texts.map((_, place) => `t${place}.txt`);
  await importTexts(test, Object.fromEntries(names.map((file, place) => [file, texts[place]!])));
  const rows = [csvRow(['document', 'coder', 'code', 'start', 'end', 'memo'])];
  for (const { document, coder, code: path, start, length, memo } of marks) {
    const place = document % texts.length;
    const characters = Array.from(texts[place]!.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')).length;
    const from = start % characters;
    rows.push(csvRow([names[place]!, coder, path, from, Math.min(characters, from + 1 + length), memo]));
  }
  const ticket = test.file('codings.csv', rows.join(''));
  const options = { createCodes: true, markDone: false, partial: false };
  await test.client.call('codings.importCsv', { ticket, ...options });
  const [first] = await test.client.call('codes.list', {});
  if (first !== undefined) {
    const written = { [first.language]: { definition, whenToUse: rule } };
    await test.client.call('codes.update', { code: first.id, texts: written });
  }
  if (note !== '') await test.client.call('memos.save', { target: { kind: 'project', id: null }, text: note });
  if (isRich) await importFile(test, writeTo(test, richExchange()));
  return test;
}

/** What a project says, without the ids of its rows. */
async function said(test: TestCore) {
  const codes = await test.client.call('codes.list', {});
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort((a, b) => (a < b ? -1 : 1));
  const names = new Map(codes.map((each) => [each.id, Object.values(each.texts)[0]?.name]));
  const documents = await test.client.call('documents.list', {});
  const texts = [];
  for (const { id, name: called } of documents)
    texts.push([called, (await test.client.call('documents.get', { document: id })).text]);
  const memos = await test.client.call('memos.list', {});
  return {
    csv: await codingsCsv(test),
    cases: (await test.client.call('cases.list', {})).cases.map(({ name: called }) => called),
    texts,
    codes: codes.map(({ color, codable, parent, texts: written }) => [
      Object.values(written).map(({ name: called, definition, whenToUse }) => [called, definition, whenToUse]),
      color,
      codable,
      parent === null ? null : names.get(parent),
    ]),
    coders: sorted((await test.client.call('coders.list', {})).map(({ name: called, codings }) => [called, codings])),
    memos: sorted(
      memos.map(({ target, text: words, createdAt, updatedAt }) => [target.kind, words, createdAt, updatedAt]),
    ),
  };
}

const projectSchema = refiSchema('Project.xsd');

it('a project written as .qdpx and read into an empty one says the same; written twice it is the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(study, async (made) => {
      const test = await build(made);
      const bytes = await exported(test, 'qdpx');
      expect(Buffer.compare(bytes, await exported(test, 'qdpx'))).toBe(0);
      const xml = (await archiveFiles(bytes)).get('project.qde')!.toString('utf8');
      if (projectSchema !== null) expect(xsdFaults(projectSchema, xml)).toEqual([]);
      const guids = [...xml.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid!.toLowerCase());
      expect(new Set(guids).size).toBe(guids.length);
      for (const [, target] of xml.matchAll(/(?:targetGUID|creatingUser|originGUID)="([^"]+)"/g))
        expect(guids).toContain(target!.toLowerCase());

      const other = await emptyProject('other', 500_000);
      await importFile(other, writeTo(other, bytes));
      expect(await said(other)).toEqual(await said(test));
      // Names and times of the project itself aside, what is written again is the same to the byte.
      const again = (await archiveFiles(await exported(other, 'qdpx'))).get('project.qde')!.toString('utf8');
      const head = /<Project [^>]*>/;
      expect(again.replace(head, '')).toBe(xml.replace(head, ''));

      const before = await said(test);
      const report = await importFile(test, writeTo(test, bytes));
      // What the file writes twice, a transcript that is a document as well, is counted as kept once.
      const folded = (element: string) =>
        report.losses.filter(({ reason, element: of }) => reason === 'folded' && of === element).length;
      const added = report.counts.filter(({ element, imported, lost }) => imported + lost > folded(element));
      expect(added).toEqual([]);
      expect(await said(test)).toEqual(before);
    }),
    { numRuns: 10 },
  );
});

function writeTo(test: TestCore, bytes: Uint8Array): string {
  test.file('exchanged.qdpx', bytes);
  return test.path('exchanged.qdpx');
}
