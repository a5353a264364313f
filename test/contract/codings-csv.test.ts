import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CsvRowFault } from '../../shared/contract/errors.ts';
import { importTexts, openTestCore, openTestProject, type TestProject } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], 😀 though [fear: they watch us] every day.\nR: And\nmore.\n';
const header = 'document,coder,code,start,end,text,memo';
const options = { createCodes: false, markDone: true, partial: false };

type Options = Partial<typeof options> & { coder?: string };

function importing({ test }: TestProject, csv: string | Uint8Array, more: Options = {}) {
  return test.client.call('codings.importCsv', { ticket: test.file('codings.csv', csv), ...options, ...more });
}

/** What a CSV is refused for, with nothing of it imported. */
async function faultsOf(project: TestProject, csv: string, more: Options = {}): Promise<CsvRowFault[]> {
  const before = project.dump();
  const error = await importing(project, csv, more).then(
    () => expect.unreachable('it was imported'),
    (thrown: { code: string; params: { file: string; faults: CsvRowFault[] } }) => thrown,
  );
  expect(error).toMatchObject({ code: 'csv_rows', params: { file: 'codings.csv' } });
  expect(project.dump()).toEqual(before);
  return error.params.faults;
}

/** The bytes of the project's codings CSV, and how many codings have lost their words. */
async function exported({ client }: Pick<TestProject['test'], 'client'>, coder?: string) {
  const { ticket, unplaced } = await client.call('codings.exportCsv', coder === undefined ? {} : { coder });
  return { csv: (await fileBehind(client, ticket)).toString(), unplaced };
}

describe('a codings CSV that does not fit', () => {
  it('lists every wrong row with its line and both texts; with partial the right ones come in', async () => {
    const project = await openTestProject(interview);
    const { text } = project;
    const cpStart = Array.from(text.slice(0, text.indexOf('they'))).length;
    const rows = [
      `interview.txt,Bo,fear,${cpStart},${cpStart + 10},they watch,`,
      `interview.txt,Bo,fear,${cpStart + 1},${cpStart + 11},they watch,counted in UTF-16`,
      `interview.txt,Bo,unknown,0,1,,`,
      `elsewhere.txt,Bo,fear,0,1,,`,
      `interview.txt,Bo,fear,5,5,,`,
      `interview.txt,Bo,fear,0,9999,,`,
      `interview.txt,Bo,fear,zero,1,,`,
      `interview.txt,Bo,fear,1,-2,,`,
      `interview.txt,,fear,0,1,,`,
      `interview.txt,Bo,fear,0`,
    ];
    const csv = [header, ...rows].join('\n');
    const faults: CsvRowFault[] = [
      {
        line: 3,
        problem: 'counted_in_utf16',
        given: 'they watch',
        found: 'hey watch ',
        value: `${cpStart}–${cpStart + 10}`,
      },
      { line: 4, problem: 'unknown_code', value: 'unknown' },
      { line: 5, problem: 'unknown_document', value: 'elsewhere.txt' },
      { line: 6, problem: 'empty_span', value: '5–5' },
      { line: 7, problem: 'out_of_range', value: `0–9999 of ${Array.from(text).length}` },
      { line: 8, problem: 'not_a_number', value: 'zero' },
      { line: 9, problem: 'not_a_number', value: '-2' },
      { line: 10, problem: 'no_coder' },
      { line: 11, problem: 'columns', value: '4' },
    ];
    expect(await faultsOf(project, csv)).toEqual(faults);

    const answer = await importing(project, csv, { partial: true });
    expect(answer).toMatchObject({ imported: 1, coders: ['Bo'], refused: faults });
    const { selections } = await project.test.client.call('codings.ofDocument', { document: project.document });
    const words = selections.map(({ start, end }) => text.slice(start, end));
    expect(words).toContain('they watch');
  });

  it('a line with document and coder alone is one who coded nothing; without a document or a coder it is wrong', async () => {
    const project = await openTestProject(interview);
    expect(await faultsOf(project, `${header}\ninterview.txt,,,,,,\nelsewhere.txt,Bo,,,,,\n,Bo,,,,,`)).toEqual([
      { line: 2, problem: 'no_coder' },
      { line: 3, problem: 'unknown_document', value: 'elsewhere.txt' },
      { line: 4, problem: 'not_a_number', value: '' },
    ]);
    const line = `${header}\ninterview.txt,Bo,,,,,`;
    expect(await importing(project, line)).toMatchObject({ imported: 0, coders: ['Bo'], refused: [] });
    const after = project.dump();
    expect(after['coder_document']).toHaveLength(1);
    await importing(project, line);
    expect(project.dump()).toEqual(after);
    await project.test.client.call('history.undo', {});
    expect(project.dump()['coder_document']).toEqual([]);
  });

  it('a name that two documents go by is ambiguous; their own names are not', async () => {
    const project = await openTestProject(interview);
    await importTexts(project.test, { 'interview.txt': project.text });
    const faults = await faultsOf(project, `${header}\ninterview.txt,Bo,fear,0,1,,\ninterview (2),Bo,fear,0,1,,`);
    expect(faults).toMatchObject([
      { line: 2, problem: 'ambiguous_document', value: 'interview.txt' },
      { line: 3, problem: 'unknown_document' },
    ]);
    const answer = await importing(project, `${header}\ninterview.txt (2),Bo,fear,0,1,,`);
    expect(answer.imported).toBe(1);
  });

  it.each([
    [
      'no code, no end',
      'document,start\ninterview.txt,0\n',
      { code: 'csv_header', params: { missing: ['code', 'end'] } },
    ],
    ['empty', '', { code: 'file_empty' }],
    [
      'a quote that never ends',
      `${header}\ninterview.txt,Bo,fear,0,1,"I\n:",\n\ninterview.txt,Bo,fear,0,1,"I:\ninterview.txt,Bo,fear,0,1,,\n`,
      { code: 'csv_malformed', params: { line: 5, reason: 'quote_open' } },
    ],
    [
      'a quote in the first line that never ends',
      `document,"coder,code,start,end\ninterview.txt,Bo,fear,0,1\n`,
      { code: 'csv_malformed', params: { line: 1, reason: 'quote_open' } },
    ],
    [
      'a quote inside a cell',
      `${header}\ninterview.txt,Bo,fear,0,1,I "said",\n`,
      { code: 'csv_malformed', params: { line: 2, reason: 'quote_inside' } },
    ],
    ['not UTF-8', Buffer.from(`${header}\ninterview.txt,Caf\u00e9,fear,0,1,,`, 'latin1'), { code: 'file_encoding' }],
    [
      'a column of ours twice, by whichever name',
      'document,coder,code,start,end,Doc\n',
      { code: 'survey_header', params: { reason: 'twice', column: 'document' } },
    ],
  ])('%s: the whole file is refused', async (_, csv, error) => {
    const project = await openTestProject(interview);
    const before = project.dump();
    await expect(importing(project, csv)).rejects.toMatchObject({
      ...error,
      params: { file: 'codings.csv', ...(error as { params?: object }).params },
    });
    expect(project.dump()).toEqual(before);
  });

  it('a path with an empty step is no code, even where codes may be made', async () => {
    const project = await openTestProject(interview);
    const csv = `${header}\ninterview.txt,Bo,A /  / B,0,1,,\ninterview.txt,Bo,,0,1,,`;
    const faults = await faultsOf(project, csv, { createCodes: true });
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'unknown_code'],
      [3, 'unknown_code'],
    ]);
  });
});

describe('a codings CSV that fits', () => {
  it('words composed otherwise are the same words; blanks around a name and a line for Excel say nothing', async () => {
    const project = await openTestProject('I: And then?\nR: [fear: Cafe\u0301s shut.]\n');
    const start = Array.from(project.text.slice(0, project.text.indexOf('Cafe'))).length;
    const csv = `sep=;\ndocument;coder;code;start;end;text\n interview.txt ;Bo;fear;${start};${start + 6};Caf\u00e9s\n`;
    expect(await importing(project, csv)).toMatchObject({ imported: 1, refused: [] });
  });

  it('positions counted in UTF-16 units are told, with those in code points', async () => {
    const project = await openTestProject('I: \u{1F605} And then?\nR: [fear: They watch.]\n');
    const at = project.text.indexOf('They');
    const faults = await faultsOf(project, `${header}\ninterview.txt,Bo,fear,${at},${at + 4},They,`);
    expect(faults).toEqual([
      { line: 2, problem: 'counted_in_utf16', given: 'They', found: 'hey ', value: `${at - 1}–${at + 3}` },
    ]);
  });

  const table = 'end;anything;start;code;coder;document\n1;x;0;fear;Bo;interview.txt\n';
  it.each([
    ['semicolons', Buffer.from(table)],
    ['tabs', Buffer.from(table.replaceAll(';', '\t'))],
    ['UTF-16, as Excel writes Unicode text', Buffer.from(`\ufeff${table.replaceAll(';', '\t')}`, 'utf16le')],
  ])('%s, columns in another order and others beside them', async (_, csv) => {
    const project = await openTestProject(interview);
    expect(await importing(project, csv)).toMatchObject({ imported: 1, coders: ['Bo'], refused: [] });
  });

  it.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CRLF and a byte order mark', '\r\n', '\ufeff'],
    ['CR', '\r', ''],
  ])('%s: quoted line breaks count as lines, blank lines too', async (_, end, mark) => {
    const project = await openTestProject(interview);
    const { text } = project;
    const cpStart = Array.from(text.slice(0, text.indexOf('And'))).length;
    const lines = [
      'code,Document,start,end,text,memo,coder,anything',
      `fear,interview.txt,${cpStart},${cpStart + 9},"And${end}more.","two${end}lines",Bo,x`,
      '',
      'fear,interview.txt,0,1,X,,Bo,y',
      `"nothing${end}of that${end}name",interview.txt,0,1,,,Bo,z`,
      'fear,interview.txt,x,1,,,Bo,',
    ];
    const csv = mark + lines.join(end) + end;
    const faults = await faultsOf(project, csv);
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
      [6, 'text_differs'],
      [7, 'unknown_code'],
      [10, 'not_a_number'],
    ]);
    const answer = await importing(project, csv, { partial: true });
    expect(answer.imported).toBe(1);
  });

  it('is complete in one step: codes, coders, memos, done marks; doing it again changes nothing', async () => {
    const project = await openTestProject(interview);
    const { client } = project.test;
    const before = project.dump();
    const csv = `doc,coder,code,start,end,memo\ninterview.txt,Bo,Made / Up,0,2,why\ninterview.txt,Bo,fear,0,2,\n`;
    const answer = await importing(project, csv, { createCodes: true });
    expect(answer).toEqual({
      imported: 2,
      present: 0,
      coders: ['Bo'],
      createdCodes: ['Made', 'Made / Up'],
      refused: [],
    });
    const [summary] = await client.call('documents.list', {});
    expect(summary!.doneBy).toHaveLength(1);
    const { selections } = await client.call('codings.ofDocument', { document: project.document });
    expect(
      selections.filter(({ start, end }) => start === 0 && end === 2),
      'one passage, two codes',
    ).toHaveLength(1);
    const after = project.dump();
    const { revision } = await client.call('history.state', {});
    expect(await importing(project, csv, { createCodes: true })).toMatchObject({ imported: 0, present: 2 });
    expect((await client.call('history.state', {})).revision).toBe(revision);
    expect(project.dump()).toEqual(after);
    await client.call('history.undo', {});
    expect(project.dump()).toEqual(before);
  });

  it('--coder overrules the file, and --not-done leaves documents open', async () => {
    const project = await openTestProject(interview);
    const { client } = project.test;
    const csv = `document,code,start,end\ninterview.txt,fear,0,1\n`;
    const answer = await importing(project, csv, { coder: ' Cy ', markDone: false });
    expect(answer.coders).toEqual(['Cy']);
    expect((await client.call('coders.list', {})).map(({ name, codings }) => [name, codings])).toEqual([
      ['Ada', 2],
      ['Cy', 1],
    ]);
    expect((await client.call('documents.list', {}))[0]!.doneBy).toEqual([]);
  });

  it('exported and imported elsewhere gives the same export', async () => {
    const one = await openTestProject(interview);
    await one.code('😀', 'fear', 'trust');
    const { text } = one;
    await one.test.client.call('memos.save', {
      target: {
        kind: 'coding',
        id: (await one.test.client.call('codings.ofDocument', { document: one.document })).codings[0]!.id,
      },
      text: 'a, "quoted"\nmemo',
    });
    const { csv } = await exported(one.test);
    expect(csv.split('\r\n')[0]).toBe(header);
    const other = openTestCore();
    const { client } = other;
    await client.call('project.create', { name: 'B', template: 'empty', place: other.ticket(other.path('b.vbt')) });
    await importTexts(other, { 'interview.txt': text });
    const ticket = other.file('codings.csv', csv);
    const answer = await client.call('codings.importCsv', { ticket, ...options, createCodes: true });
    expect(answer.imported).toBe(4);
    expect((await exported(other)).csv).toBe(csv);
    expect(readFileSync(other.path('codings.csv'), 'utf8')).toBe(csv);
  });

  it('lists codings by place, code and coder, and of those without words only the ones of the coder asked for', async () => {
    const project = await openTestProject('I: Why?\nR: [trust: I do] [fear: so].\nR: And [fear: more].\n');
    const { client } = project.test;
    const ada = (await client.call('project.summary', {})).coder;
    const { id: abe } = await client.call('coders.create', { name: 'Abe' });
    await client.call('coders.choose', { coder: abe });
    await project.code('I do', 'trust', 'fear');
    await client.call('coders.choose', { coder: ada });
    const { textHash: base } = await client.call('documents.get', { document: project.document });
    const from = project.text.indexOf('more');
    const changes = [{ from, to: from + 4, insert: '' }];
    await client.call('documents.correct', { document: project.document, base, changes });
    const { csv, unplaced } = await exported(project.test);
    const rows = csv.split('\r\n').map((line) => line.split(','));
    expect(rows.slice(1, -1).map(([, coder, code, , , text]) => [text, code, coder])).toEqual([
      ['I do', 'fear', 'Abe'],
      ['I do', 'trust', 'Abe'],
      ['I do', 'trust', 'Ada'],
      ['so', 'fear', 'Ada'],
    ]);
    expect(unplaced).toBe(1);
    expect((await exported(project.test, 'Abe')).unplaced).toBe(0);
    expect((await exported(project.test, 'Ada')).unplaced).toBe(1);
  });
});
