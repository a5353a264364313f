import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/methods.ts';
import { importTexts, openTestCore, type TestCore } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const sample = readFileSync(new URL('../../shared/sample-study/survey.csv', import.meta.url), 'utf8');

async function openProject(): Promise<TestCore> {
  const test = openTestCore();
  await test.client.call('project.create', { name: 'S', template: 'empty', place: test.ticket(test.path('s.vbt')) });
  return test;
}

type Choices = Partial<Omit<Input<'survey.import'>, 'ticket'>>;
const importSurvey = (test: TestCore, text: string | Uint8Array, choices: Choices = {}, name = 'survey.csv') =>
  test.client.call('survey.import', { ticket: test.file(name, text), kind: 'survey', partial: false, ...choices });
const inspectSurvey = (test: TestCore, text: string, choices: Choices = {}) =>
  test.client.call('survey.inspect', { ticket: test.file('survey.csv', text), kind: 'survey', ...choices });
async function exported(test: TestCore, kind: 'survey' | 'cases' = 'survey'): Promise<string> {
  const { ticket } = await test.client.call('survey.export', { kind });
  return (await fileBehind(test.client, ticket)).toString();
}
const cellsOf = (text: string): string[][] => parse(text, { bom: true });
async function listed(test: TestCore) {
  const { cases, attributes } = await test.client.call('cases.list', {});
  const attribute = (key: string) => attributes.find((each) => each.key === key)!;
  const of = (name: string) => cases.find((each) => each.name === name)!;
  return { cases, attributes, attribute, of, value: (name: string, key: string) => of(name).values[attribute(key).id] };
}

describe('a survey', () => {
  it('makes forty cases, joined to their interviews by file name', async () => {
    const test = await openProject();
    const names = ['s01-en-teacher.txt', 's02-en-engineer.md', 's03-zh-retired.txt'];
    const folder = new URL('../../shared/sample-study/', import.meta.url);
    await importTexts(test, Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder))])));
    const done = await importSurvey(test, sample);
    expect(done).toMatchObject({ rows: 40, created: 40, changed: 0, joined: 3, refused: [] });
    const { cases, attribute } = await listed(test);
    expect(cases).toHaveLength(40);
    const documents = await test.client.call('documents.list', {});
    expect(documents.map(({ name, case: of }) => [name, of?.name])).toEqual(
      names.map((name, at) => [name, `R0${at + 1}`]),
    );
    expect(attribute('document').isDocumentColumn).toBe(true);
  });

  it('comes out cell by cell as it went in', async () => {
    const test = await openProject();
    await importSurvey(test, sample);
    expect(cellsOf(await exported(test))).toEqual(cellsOf(sample));
  });

  it('guesses types that keep what was written', async () => {
    const test = await openProject();
    await importSurvey(test, sample);
    const { attribute } = await listed(test);
    expect(attribute('age_group')).toMatchObject({
      type: 'ordered',
      categories: ['18-29', '30-44', '45-59', '60+', 'no answer'],
    });
    expect(attribute('cr_accept')).toMatchObject({ type: 'integer', minimum: 1, maximum: 5 });
    expect(attribute('age')).toMatchObject({ type: 'integer', minimum: null });
    expect(attribute('survey_date').type).toBe('date');
    expect(attribute('city').type).toBe('text');
  });

  it('is one step that undo takes back', async () => {
    const test = await openProject();
    await importSurvey(test, sample);
    await test.client.call('history.undo', {});
    expect(await test.client.call('cases.list', {})).toEqual({ attributes: [], cases: [] });
  });

  it('reports a 6 on five points with its row and column, and takes the rest only when told to', async () => {
    const test = await openProject();
    const lines = sample.split('\n');
    const header = lines[0]!.trim().split(',');
    const cells = lines[2]!.split(',');
    cells[header.indexOf('pf_accept')] = '6';
    const wrong = [...lines.slice(0, 2), cells.join(','), ...lines.slice(3)].join('\n');
    await expect(importSurvey(test, wrong)).rejects.toMatchObject({
      code: 'survey_rows',
      params: { faults: [{ row: 3, column: 'pf_accept', problem: 'range', value: '6' }], good: 39 },
    });
    expect((await listed(test)).cases).toEqual([]);
    const { refused } = await importSurvey(test, wrong, { partial: true });
    expect(refused).toHaveLength(1);
    const { of, attribute } = await listed(test);
    expect(of('R02').values[attribute('pf_accept').id]).toBeUndefined();
    expect(of('R02').values[attribute('cr_accept').id]).toBe('3');
  });

  it.each([
    ['id,a\nR1,1\nR1,2\n', [{ row: 3, column: 'id', problem: 'duplicate_key', value: 'R1' }]],
    ['id,a\nR1,1\n,2\n', [{ row: 3, column: 'id', problem: 'no_key', value: '' }]],
    ['id,a\nR1,1,x,y\n', [{ row: 2, column: null, problem: 'too_many_cells', value: '4' }]],
    ['id,a\n"R\n1",1\n\nR2,1,2\n', [{ row: 4, column: null, problem: 'too_many_cells', value: '3' }]],
  ])('says what is wrong in %j', async (text, faults) => {
    const test = await openProject();
    expect((await inspectSurvey(test, text)).faults).toEqual(faults);
    await expect(importSurvey(test, text)).rejects.toMatchObject({ code: 'survey_rows' });
  });

  it.each([
    ['', 'file_empty'],
    ['a,,b\n1,2,3\n', 'survey_header'],
    ['a,b,a\n1,2,3\n', 'survey_header'],
  ])('refuses %j with %s', async (text, code) => {
    const test = await openProject();
    await expect(importSurvey(test, text)).rejects.toMatchObject({ code });
  });

  it('names the line of a quotation mark that is never closed', async () => {
    const test = await openProject();
    await expect(importSurvey(test, 'id,a\r\nR1,1\r\nR2,"2\r\nR3,3\r\n')).rejects.toMatchObject({
      code: 'csv_malformed',
      params: { line: 3, reason: 'quote_open' },
    });
  });

  it('keeps "no answer" as a value unless it is said to mean a missing one; the text comes out again', async () => {
    const test = await openProject();
    const text = 'id,a\r\nR1,no answer\r\nR2,x\r\n';
    expect((await inspectSurvey(test, text)).doubtfulTexts).toEqual([{ text: 'no answer', cells: 1 }]);
    await importSurvey(test, text);
    expect((await listed(test)).value('R1', 'a')).toBe('no answer');
    await importSurvey(test, text, { missingTexts: [{ text: 'no answer', missing: 'refused' }] });
    const { of, attribute } = await listed(test);
    expect(of('R1').missing).toEqual({ [attribute('a').id]: 'refused' });
    expect(of('R1').values).toEqual({});
    expect(await exported(test)).toBe(text);
  });

  it('takes numbers that name something for text, unless told otherwise, and reads in the encoding that is asked for', async () => {
    const test = await openProject();
    const ticket = test.file('s.csv', Buffer.from('id,zip,caf\xe9\nR1,2134,1\nR2,10001,2\n', 'latin1'));
    const inspect = (choices: object) =>
      test.client.call('survey.inspect', { ticket, kind: 'survey', encoding: 'windows-1252', ...choices });
    const guessed = await inspect({});
    expect(guessed.columns.map(({ header, type }) => [header, type])).toEqual([
      ['id', 'text'],
      ['zip', 'text'],
      ['café', 'integer'],
    ]);
    const chosen = await inspect({ columns: [{ header: 'zip', type: 'integer' }] });
    expect(chosen.columns[1]).toMatchObject({ type: 'integer', faults: 0 });
    expect((await inspect({ encoding: 'ibm437' })).columns[2]?.header).toBe('cafΘ');
  });

  it('keeps kinds of missing that were set by hand, in the words declared for them, else in standing ones', async () => {
    const test = await openProject();
    const text = 'id,a,b\r\nR1,no answer,1\r\nR2,x,2\r\nR3,y,3\r\n';
    await importSurvey(test, text, { missingTexts: [{ text: 'no answer', missing: 'refused' }] });
    const { cases, attribute } = await listed(test);
    const set = (at: number, key: string, missing: 'refused' | 'not_applicable' | 'confidential') => ({
      case: cases[at]!.id,
      attribute: attribute(key).id,
      value: null,
      missing,
    });
    const cells = [set(1, 'a', 'refused'), set(1, 'b', 'not_applicable'), set(2, 'b', 'confidential')];
    await test.client.call('cases.edit', { cells, names: [], created: [] });
    const out = await exported(test);
    expect(cellsOf(out)).toEqual([
      ['id', 'a', 'b'],
      ['R1', 'no answer', '1'],
      ['R2', 'no answer', '[not applicable]'],
      ['R3', 'y', ''],
    ]);
    const before = await test.client.call('cases.list', {});
    expect(await inspectSurvey(test, out)).toMatchObject({ changeCount: 0, faultCount: 0, unchanged: 3 });
    await importSurvey(test, out);
    expect(await test.client.call('cases.list', {})).toEqual(before);

    // A project that knows nothing of them reads the standing word as the kind, and the type from the rest.
    const other = await openProject();
    await importSurvey(other, 'id,b\nR1,1\nR2,[not applicable]\n');
    const there = await listed(other);
    expect(there.of('R2').missing).toEqual({ [there.attribute('b').id]: 'not_applicable' });
    expect(there.attribute('b').type).toBe('integer');
    expect(cellsOf(await exported(other))[2]).toEqual(['R2', '[not applicable]']);
  });

  it('changes why there is no value where the same text is declared to mean something else', async () => {
    const test = await openProject();
    const text = 'id,a\r\nR1,no answer\r\nR2,x\r\n';
    const declared = (missing: 'refused' | 'not_applicable') =>
      importSurvey(test, text, { missingTexts: [{ text: 'no answer', missing }] });
    await declared('refused');
    await declared('not_applicable');
    const { of, attribute } = await listed(test);
    expect(of('R1').missing).toEqual({ [attribute('a').id]: 'not_applicable' });
  });

  it('leaves a transcript with the case it has, and gives one that two cases name to the first', async () => {
    const test = await openProject();
    const [document] = await importTexts(test, { 'a.txt': 'I: Why?\nR: So.\n' });
    const { case: ann } = await test.client.call('cases.create', { name: 'Ann' });
    await test.client.call('cases.assignDocument', { document: document!, case: ann });
    await importTexts(test, { 'b.txt': 'I: Why?\nR: So.\n' });
    const table = 'id,file\nR1,a.txt\nR2,x\nR3,b.txt\nR4,b.txt\n';
    const imported = await importSurvey(test, table, { document: 'file' });
    expect(imported).toMatchObject({ created: 4, joined: 1 });
    const documents = await test.client.call('documents.list', {});
    expect(documents.map((each) => each.case?.name)).toEqual(['Ann', 'R3']);
  });

  it('no longer has a column that was removed, until undo brings it back in its place', async () => {
    const test = await openProject();
    const text = 'id,a,b,c\r\nR1,x,1,y\r\n';
    await importSurvey(test, text);
    const { attribute } = await listed(test);
    await test.client.call('attributes.remove', { attribute: attribute('a').id });
    expect(await exported(test)).toBe('id,b,c\r\nR1,1,y\r\n');
    await test.client.call('history.undo', {});
    expect(await exported(test)).toBe(text);
  });

  it('opens the cases behind every count, of all or of a group', async () => {
    const test = await openProject();
    await importSurvey(test, sample);
    const { attribute } = await listed(test);
    const by = attribute('age_group').id;
    const { items } = await test.client.call('survey.figures', { by });
    for (const { attribute: item, all, groups } of items.slice(0, 4)) {
      for (const { group, figures } of [{ group: undefined, figures: all }, ...groups]) {
        const of = { attribute: item, ...(group === undefined ? {} : { group: { by, value: group } }) };
        expect(await test.client.call('survey.cases', { ...of, which: 'answered' })).toHaveLength(figures.n);
        const missing = Object.values(figures.missing).reduce((sum, count) => sum + count, 0);
        expect(await test.client.call('survey.cases', { ...of, which: 'missing' })).toHaveLength(missing);
        for (const { value, count } of figures.counts)
          expect(await test.client.call('survey.cases', { ...of, which: { answer: value } })).toHaveLength(count);
      }
    }
  });

  it('brings changes by key when it is imported again, after showing them', async () => {
    const test = await openProject();
    await importSurvey(test, 'id,a,b\nR1,1,x\nR2,2,y\n');
    const again = 'id,b,a,c\nR2,y,3,new\nR3,z,4,\nR1,x,1,\n';
    const preview = await inspectSurvey(test, again);
    expect(preview).toMatchObject({
      created: ['R3'],
      changes: [
        { case: 'R2', column: 'a', before: '2', after: '3' },
        { case: 'R2', column: 'c', before: '', after: 'new' },
      ],
      unchanged: 1,
      newAttributes: 1,
    });
    expect(await importSurvey(test, again)).toMatchObject({ created: 1, changed: 1, attributes: 1 });
    expect(await exported(test)).toBe('id,b,a,c\r\nR1,x,1,\r\nR2,y,3,new\r\nR3,z,4,\r\n');
    const { revision } = await test.client.call('history.state', {});
    await importSurvey(test, again);
    expect((await test.client.call('history.state', {})).revision).toBe(revision);
  });

  it('never exports what is confidential', async () => {
    const test = await openProject();
    await importSurvey(test, 'id,a,secret\nR1,1,x\n', { columns: [{ header: 'secret', confidential: true }] });
    const { of, attribute } = await listed(test);
    await test.client.call('cases.edit', {
      cells: [{ case: of('R1').id, attribute: attribute('a').id, value: null, missing: 'confidential' }],
    });
    expect(await exported(test)).toBe('id,a\r\nR1,\r\n');
    expect(await exported(test, 'cases')).toBe('case,document,a\r\nR1,,\r\n');
  });
});

describe('the sample study', () => {
  it('answers the figures of the survey by age group', async () => {
    const test = openTestCore();
    const { client } = test;
    await client.call('project.sample', { place: test.ticket(test.path('sample.vbt')) });
    const { attribute } = await listed(test);
    const figures = await client.call('survey.figures', {
      attributes: [attribute('cr_accept').id],
      by: attribute('age_group').id,
    });
    const means = figures.items[0]!.groups.map(({ group, figures: { mean } }) => [
      group,
      mean && 'value' in mean ? Math.round(mean.value * 1e4) / 1e4 : null,
    ]);
    expect(means.slice(0, 4)).toEqual([
      ['18-29', 2.8],
      ['30-44', 3.2727],
      ['45-59', 3.4],
      ['60+', 4],
    ]);
    const all = await client.call('survey.figures', {});
    expect(all.items).toHaveLength(20);
    const iu = all.items.find((item) => item.attribute === attribute('iu_accept').id)!.all;
    expect(iu).toMatchObject({ n: 38, mean: { value: expect.closeTo(2.3421, 4) } });
    expect(cellsOf(await exported(test))).toEqual(cellsOf(sample));
  });
});
