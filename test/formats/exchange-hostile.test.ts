import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { zipArchive } from '../../electron/core/export/zip.ts';
import type { TestCore } from '../support/core.ts';
import { codingsCsv, emptyProject, importFile } from '../support/exchange.ts';
import { logicalDump } from '../support/logical-dump.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const qde = (body: string, head = ''): string =>
  `${head}<Project xmlns="urn:QDA-XML:project:1.0" name="n" origin="x">${body}</Project>`;
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipArchive(Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes as string) })));
const users = `<Users><User guid="${id(1)}" name="Ann"/></Users>`;
const codes = `<CodeBook><Codes><Code guid="${id(2)}" name="C" isCodable="true"/></Codes></CodeBook>`;
const coding = (number: number, start: number | string, end: number | string, code = id(2), user = id(1)): string =>
  `<PlainTextSelection guid="${id(100 + number)}" startPosition="${start}" endPosition="${end}"><Coding guid="${id(200 + number)}" creatingUser="${user}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
const source = (selections: string, text = 'They watch us.'): string =>
  `<Sources><TextSource guid="${id(3)}" name="t"><PlainTextContent>${text}</PlainTextContent>${selections}</TextSource></Sources>`;

async function importing(test: TestCore, name: string, bytes: string | Uint8Array) {
  test.file(name, bytes);
  return importFile(test, test.path(name));
}

/** An archive whose directory says how many entries it has. */
function claimingEntries(archive: Uint8Array, count: number): Uint8Array {
  const claiming = Buffer.from(archive);
  for (const place of [8, 10]) claiming.writeUInt16LE(count, claiming.length - 22 + place);
  return claiming;
}

describe('what cannot be read is refused with a reason and leaves no trace', () => {
  const whole = zip({ 'project.qde': qde(users + codes + source(coding(1, 0, 4))) });
  const cases: [string, string | Uint8Array, object][] = [
    [
      'a DTD',
      qde('', '<!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      { code: 'file_format', params: { reason: 'doctype' } },
    ],
    [
      'entities that multiply',
      zip({ 'project.qde': qde('&b;', '<!DOCTYPE Project [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>') }),
      { code: 'file_format', params: { reason: 'doctype' } },
    ],
    [
      'elements ten thousand deep',
      qde(`${'<Code name="x">'.repeat(10_000)}${'</Code>'.repeat(10_000)}`),
      { code: 'file_format', params: { reason: 'too_deep' } },
    ],
    ['a project cut off', qde(users).slice(0, -12), { code: 'file_damaged', params: { reason: 'xml' } }],
    ['an archive cut off', whole.subarray(0, whole.length - 30), { code: 'file_damaged', params: { reason: 'zip' } }],
    ['no project file', zip({ 'sources/a.txt': 'a' }), { code: 'file_damaged', params: { reason: 'part_missing' } }],
    [
      'two project files',
      zip({ 'a.qde': qde(users), 'b.qde': qde(users) }),
      { code: 'file_format', params: { reason: 'archive' } },
    ],
    [
      'more entries than any project has',
      claimingEntries(whole, 65_000),
      { code: 'file_format', params: { reason: 'bomb' } },
    ],
    [
      'an entry that leads out of the archive',
      zip({ 'project.qde': qde(users), '../../evil.txt': 'words' }),
      { code: 'file_damaged', params: { reason: 'zip' } },
    ],
    ['a bomb', zip({ 'project.qde': ' '.repeat(20 * 2 ** 20) }), { code: 'file_format', params: { reason: 'bomb' } }],
    ['XML of another kind', zip({ 'project.qde': '<a/>' }), { code: 'file_format', params: { reason: 'other_xml' } }],
    [
      'a database cut off',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(500, 7)]),
      { code: 'file_format', params: { reason: 'database' } },
    ],
  ];
  it.each(cases)('%s', async (_, bytes, refusal) => {
    const test = await emptyProject();
    const before = logicalDump(test.path('study.vbt'));
    await expect(importing(test, 'x.qdpx', bytes)).rejects.toMatchObject(refusal);
    expect(logicalDump(test.path('study.vbt'))).toEqual(before);
    expect(test.ports.unforeseen).toEqual([]);
  });
});

it('paths that lead out of the archive find only what is in it', async () => {
  const test = await emptyProject();
  const body = `<Sources><TextSource guid="${id(3)}" name="../../up" plainTextPath="internal://../../evil.txt"/><TextSource guid="${id(4)}" name="p" plainTextPath="absolute:///etc/passwd"/></Sources>`;
  const report = await importing(test, 'x.qdpx', zip({ 'project.qde': qde(body), 'sources/evil.txt': 'words' }));
  expect(report.documents).toEqual(['../../up']);
  expect(report.losses.map(({ element, reason }) => [element, reason])).toEqual([
    ['TextSource', 'file_missing'],
    ['TextSource', 'no_text'],
  ]);
});

it('positions outside the text are listed with their code, never moved', async () => {
  const test = await emptyProject();
  const wrong: [number | string, number | string][] = [
    [-1, 4],
    [5, 99],
    [9, 3],
    [4, 4],
    ['x', 4],
    [1.5, 4],
    [0, 1e12],
  ];
  const body =
    users + codes + source(wrong.map(([start, end], place) => coding(place, start, end)).join('') + coding(50, 0, 4));
  const report = await importing(test, 'x.qde', qde(body));
  expect(report.attention.map(({ reason }) => reason)).toEqual([
    'out_of_range',
    'out_of_range',
    'out_of_range',
    'empty',
    'out_of_range',
    'out_of_range',
    'out_of_range',
  ]);
  expect(report.attention[1]).toMatchObject({ document: 't', codes: ['C'], start: 5, end: 99, length: 14 });
  expect((await codingsCsv(test)).trim().split('\n')).toHaveLength(2);
});

it('codings of codes and users that are not there are kept under a name of their own', async () => {
  const test = await emptyProject();
  const body =
    users + codes + source(coding(1, 0, 4, id(77)) + coding(2, 5, 10, id(2), id(88)) + coding(3, 5, 10, id(2), ''));
  const report = await importing(test, 'x.qde', qde(body));
  const csv = await codingsCsv(test);
  expect(csv).toContain(`unresolved code ${id(77)}`);
  expect(csv).toContain('Unknown coder');
  expect(report.losses).toContainEqual({
    element: 'CodeRef',
    reason: 'unresolved',
    guid: id(77),
    name: null,
    count: 1,
  });
  expect(report.counts.find(({ element }) => element === 'Coding')).toMatchObject({ inFile: 3, imported: 3, lost: 0 });
});

it('one GUID for two things: both are kept, and it is said; GUIDs are compared without braces and case', async () => {
  const test = await emptyProject();
  const twice = coding(1, 0, 4) + coding(1, 5, 10);
  const report = await importing(test, 'x.qde', qde(users + codes + source(twice)));
  expect(report.counts.find(({ element }) => element === 'Coding')).toMatchObject({ imported: 2 });
  expect(report.losses.filter(({ reason }) => reason === 'guid_repeated').map(({ element }) => element)).toEqual([
    'PlainTextSelection',
    'Coding',
  ]);
  const braced = qde(users + codes + source(twice)).replaceAll(
    /guid="([^"]+)"/g,
    (_, guid: string) => `guid="{${guid.toUpperCase()}}"`,
  );
  const again = await importing(test, 'y.qde', braced);
  expect(again.counts.filter(({ imported }) => imported > 0)).toEqual([]);
});

it('without GUIDs everything is taken over, and what refers to nothing finds nothing', async () => {
  const test = await emptyProject();
  const named = (name: string, words: string, more = '') =>
    `<TextSource name="${name}"><PlainTextContent>${words}</PlainTextContent>${more}</TextSource>`;
  const value = (text: string) =>
    `<VariableValue><VariableRef targetGUID="${id(5)}"/><TextValue>${text}</TextValue></VariableValue>`;
  const unsaid = `<PlainTextSelection startPosition="0" endPosition="3"><Coding/></PlainTextSelection>`;
  const body = `<CodeBook><Codes><Code name="A" isCodable="true"/></Codes></CodeBook><Variables><Variable guid="${id(5)}" name="town" typeOfVariable="Text"/></Variables><Sources>${named('a', 'one', unsaid + value('Ulm'))}${named('b', 'two', value('Aue'))}</Sources>`;
  const report = await importing(test, 'x.qde', qde(body));
  expect(report.documents).toEqual(['a', 'b']);
  expect(await codingsCsv(test)).toContain('a,Unknown coder,unresolved code,0,3,one');
  const { cases } = await test.client.call('cases.list', {});
  expect(cases.map(({ name, values }) => [name, ...Object.values(values)])).toEqual([
    ['a', 'Ulm'],
    ['b', 'Aue'],
  ]);
});

it('a code without a name is given one, and it is said', async () => {
  const test = await emptyProject();
  const book = `<CodeBook><Codes><Code guid="${id(2)}" name=" " isCodable="true"/></Codes></CodeBook>`;
  const report = await importing(test, 'x.qde', qde(users + book + source(coding(1, 0, 4))));
  expect(report.losses.map(({ element, reason, guid }) => [element, reason, guid])).toEqual([
    ['Code', 'nameless', id(2)],
  ]);
  expect(await codingsCsv(test)).toContain('t,Ann,unnamed code,0,4,They');
});

it('files that differ in capitals only are told apart, and one nothing refers to is listed', async () => {
  const test = await emptyProject();
  const body = `<Sources><TextSource guid="${id(3)}" name="a" plainTextPath="internal://T.txt"/><TextSource guid="${id(4)}" name="b" plainTextPath="internal://t.txt"/></Sources>`;
  const files = { 'sources/t.txt': 'lower', 'Sources/T.txt': 'UPPER', 'sources/T.TXT': 'left' };
  const report = await importing(test, 'x.qdpx', zip({ 'project.qde': qde(body), ...files }));
  const documents = await test.client.call('documents.list', {});
  const texts = [];
  for (const { id: document } of documents) texts.push((await test.client.call('documents.get', { document })).text);
  expect(texts).toEqual(['UPPER', 'lower']);
  expect(report.losses).toMatchObject([{ reason: 'unreferenced_file', name: 'sources/T.TXT' }]);
});

it('a bit that fell over inside an archive is found out, and nothing is taken over', async () => {
  const test = await emptyProject();
  const body = `<Sources><TextSource guid="${id(3)}" name="t" plainTextPath="internal://t.txt"/></Sources>`;
  const broken = Buffer.from(zip({ 'project.qde': qde(body), 'sources/t.txt': 'words' }));
  const checksum = broken.lastIndexOf('sources/t.txt') - 30;
  broken.writeUInt8(broken.readUInt8(checksum) ^ 1, checksum);
  await expect(importing(test, 'x.qdpx', broken)).rejects.toMatchObject({ code: 'file_damaged' });
  expect(await test.client.call('documents.list', {})).toEqual([]);
});

it('of a hostile database nothing but plain tables is read, and its file is left as it is', async () => {
  const test = await emptyProject();
  const path = test.path('x.sqlite3');
  const db = new Database(path);
  db.exec(`CREATE TABLE documents (id INTEGER, name TEXT, contents TEXT); CREATE TABLE tags (id INTEGER, path TEXT);
    CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
    CREATE VIEW highlights AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS document_id, 0 AS start_offset, 1 AS end_offset FROM n;`);
  db.close();
  const before = readFileSync(path);
  await expect(importFile(test, path)).rejects.toMatchObject({ code: 'file_format', params: { reason: 'database' } });
  expect(Buffer.compare(before, readFileSync(path))).toBe(0);
});

it('Taguette offsets are bytes of the text of the HTML: astral characters, entities and touching blocks included', async () => {
  const test = await emptyProject();
  const path = test.path('t.sqlite3');
  const db = new Database(path);
  db.exec(`CREATE TABLE documents (id INTEGER, name TEXT, contents TEXT); CREATE TABLE tags (id INTEGER, project_id INTEGER, path TEXT);
    CREATE TABLE highlights (id INTEGER, document_id INTEGER, start_offset INTEGER, end_offset INTEGER); CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
    CREATE TABLE commands (id INTEGER, date TEXT, user_login TEXT, document_id INTEGER, payload TEXT);`);
  const text = '我不怕 😀 & youThey watch';
  const add = db.prepare('INSERT INTO highlights VALUES (?, 1, ?, ?)');
  db.prepare('INSERT INTO documents VALUES (1, ?, ?)').run('d', '<p>我不怕 😀 &amp; <b>you</b></p><p>They watch</p>');
  db.prepare('INSERT INTO tags VALUES (1, 1, ?)').run('a.b');
  const quotes = ['不怕', '😀 &', 'you', 'They'];
  for (const [place, words] of quotes.entries()) {
    const start = Buffer.byteLength(text.slice(0, text.indexOf(words)));
    add.run(place, start, start + Buffer.byteLength(words));
    db.prepare('INSERT INTO highlight_tags VALUES (?, 1)').run(place);
    db.prepare('INSERT INTO commands VALUES (?, ?, ?, 1, ?)').run(
      place,
      '2024-01-01 10:00:00',
      place % 2 === 0 ? 'ann' : 'ben',
      JSON.stringify({ type: 'highlight_add', highlight_id: place }),
    );
  }
  add.run(9, 1, 4);
  db.close();
  const report = await importFile(test, path);
  const rows = (await codingsCsv(test))
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));
  expect(rows.map(([, coder, code, , , words]) => [coder, code, words])).toEqual([
    ['ann', 'a / b', '不怕'],
    ['ben', 'a / b', '😀 &'],
    ['ann', 'a / b', 'you'],
    ['ben', 'a / b', 'They'],
  ]);
  // Inside a character: listed.
  expect(report.attention).toHaveLength(1);
});
