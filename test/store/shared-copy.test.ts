import { writeFileSync } from 'node:fs';
import { expect, it, describe } from 'vitest';
import { shareableParts } from '../../shared/contract/methods/protection.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
import { openTestCore, openTestProject, type TestCore, type TestProject } from '../support/core.ts';
import { codingsCsv, fetched } from '../support/exchange.ts';
import { richExchange } from '../support/rich-exchange.ts';
import { runVerbatim } from '../support/verbatim-command.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { placesOf } from '../support/words-in-file.ts';

/** Words by what of a project holds them. */
const past = { renamed: 'quagga', removedMemo: 'okapi', lost: 'narwhal', closed: 'tapir', hidden: 'kumquat' };
const chosen = { memo: 'aardwolf', coder: 'Zebedee', secret: 'umbrage', file: 'jackdaw' };

/** A project with a word in every part that can hold one. */
async function told(): Promise<TestProject> {
  const project = await openTestProject(`I: Why?\nR: [fear: They watch], and a [trust: ${past.lost}] sings.\n`);
  const { client } = project.test;
  const { document } = project;
  await client.call('coders.create', { name: chosen.coder });
  await client.call('documents.rename', { document, name: past.renamed });
  await client.call('documents.rename', { document, name: 'interview' });
  const target = { kind: 'document', id: document } as const;
  await client.call('memos.save', { target, text: past.removedMemo });
  await client.call('memos.save', { target, text: chosen.memo });
  await client.call('view.set', { closedCodes: [past.closed] });
  // A passage that has lost its place keeps its words.
  const from = project.text.indexOf(past.lost);
  const { textHash: base } = await client.call('documents.get', { document });
  await client.call('documents.correct', {
    document,
    base,
    changes: [{ from, to: from + past.lost.length, insert: '' }],
  });
  const docx = await builtDocx(paragraph(run('I: And?')) + paragraph(run('R: Nothing.')), {
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${past.hidden}</dc:creator></cp:coreProperties>`,
  });
  const file = project.test.file(`${chosen.file}.docx`, docx);
  const { imported } = await client.call('imports.commit', { files: [{ ticket: file }] });
  await client.call('documents.rename', { document: imported[0]!.document, name: 'second' });
  const { case: one } = await client.call('cases.create', { name: 'Mrs Umber' });
  const { attribute } = await client.call('attributes.create', { name: 'income', type: 'text' });
  await client.call('attributes.update', { attribute, patch: { confidential: true } });
  await client.call('cases.edit', { cells: [{ case: one, attribute, value: chosen.secret, missing: null }] });
  return project;
}

async function sharedWith(test: TestCore, keep: readonly (typeof shareableParts)[number][]): Promise<string> {
  const { ticket } = await test.client.call('protection.share', { keep: [...keep] });
  const path = test.path(`shared-${keep.length}.vbt`);
  writeFileSync(path, await fetched(test, ticket));
  return path;
}

describe('a copy to share', () => {
  it('holds nothing of the past, nor of what was not chosen, and is a sound project with the same codings', async () => {
    const project = await told();
    const { test, path } = project;
    await test.client.call('exchange.import', { ticket: test.file('rich.qdpx', richExchange()) });
    const csv = await codingsCsv(test);
    const shared = await sharedWith(test, []);
    const full = await sharedWith(test, shareableParts);

    await test.close();
    // Positive control: the project holds each word where it is thought to be.
    const places = Object.entries({
      renamed: 'change.after',
      removedMemo: 'change.before',
      lost: 'selection.quote',
      closed: 'view_state.value',
      hidden: 'blob.bytes unpacked',
    } as const);
    for (const [word, place] of places) expect(placesOf(path, past[word as keyof typeof past]), word).toContain(place);
    for (const word of Object.values(chosen)) expect(placesOf(path, word), word).not.toEqual([]);
    expect(placesOf(path, 'PNG invented')).toContain('blob.bytes');

    for (const word of [...Object.values(past), ...Object.values(chosen), 'PNG invented', 'First wave', 'Ann'])
      expect(placesOf(shared, word), word).toEqual([]);
    for (const word of Object.values(chosen)) expect(placesOf(full, word), word).not.toEqual([]);
    // The original files, which were chosen, hold what the texts held once.
    for (const word of [past.renamed, past.removedMemo, past.closed]) expect(placesOf(full, word), word).toEqual([]);

    const other = openTestCore({ first: 500_000 });
    await other.client.call('project.open', { ticket: other.ticket(shared) });
    expect((await other.client.call('project.check', {})).faults).toEqual([]);
    await expect(other.client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect((await other.client.call('coders.list', {})).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Coder 1', 'Coder 2']),
    );
    // The one whose passage has lost its place stays behind.
    const lines = (text: string): string[] => text.trim().split('\n');
    const theirs = lines(await codingsCsv(other));
    const ours = lines(csv);
    expect(theirs.length).toBe(ours.length);
    expect(theirs.map((line) => line.split(',')[2])).toEqual(ours.map((line) => line.split(',')[2]));
  });

  it('says how many codings stayed behind, and is no copy that is merged', async () => {
    const { test } = await told();
    const { ticket, codings, leftBehind } = await test.client.call('protection.share', { keep: ['memos'] });
    expect([codings, leftBehind]).toEqual([1, 1]);
    const back = test.file('back.vbt', await fetched(test, ticket));
    await expect(test.client.call('copies.preview', { tickets: [back] })).rejects.toMatchObject({
      code: 'merge_stranger',
    });
  });
});

describe('the privacy check', () => {
  it('finds in a project what would leave with it, and in a shared copy no more than was kept', async () => {
    const { test } = await told();
    const { client } = test;
    await client.call('memos.save', {
      target: { kind: 'case', id: (await client.call('cases.list', {})).cases[0]!.id },
      text: 'See /home/zeb/interviews/one.wav',
    });
    const list = [{ name: 'They', pseudonym: 'X' }];
    const found = await client.call('protection.check', { list, folded: false });
    expect(found).toMatchObject({
      isEncrypted: false,
      names: [{ name: 'They', places: expect.arrayContaining(['interview']) }],
      coders: [{ name: 'Ada' }, { name: chosen.coder }],
      cases: [{ name: 'Mrs Umber' }],
      confidential: [{ name: 'income' }],
      authors: [{ value: past.hidden }],
      paths: ['/home/zeb/interviews/one.wav'],
    });
    expect(found.originals).toContain(`${chosen.file}.docx`);
    expect(found.steps).toBeGreaterThan(5);

    const { ticket } = await client.call('protection.share', { keep: [] });
    expect(await client.call('protection.check', { ticket, list, folded: false })).toMatchObject({
      names: [{ name: 'They', count: 1, places: ['interview'] }],
      coders: [],
      cases: [{ name: 'Mrs Umber' }],
      confidential: [],
      authors: [],
      paths: [],
      originals: [],
      steps: 0,
      unread: [],
    });
  });

  it('unpacks what is packed: exchange files and archives with their originals; what is encrypted stays closed', async () => {
    const { test } = await told();
    const { client } = test;
    const look = (ticket: string) => client.call('protection.check', { ticket, list: [], folded: false });
    const qdpx = await look((await client.call('exchange.export', { format: 'qdpx' })).ticket);
    expect(qdpx.coders.map(({ name }) => name)).toEqual(['Ada', chosen.coder]);
    expect(qdpx.authors.map(({ value }) => value)).toEqual(expect.arrayContaining(['Ada', chosen.coder]));
    const anonymous = await look((await client.call('exchange.export', { format: 'qdpx', anonymous: true })).ticket);
    expect(anonymous).toMatchObject({ coders: [], originals: [], paths: [] });
    const archive = await look((await client.call('archive.write', {})).ticket);
    expect(archive.originals).toContain(`${chosen.file}.docx`);
    expect(archive.authors.map(({ value }) => value)).toEqual([past.hidden]);
    const sealed = await look((await client.call('project.saveEncrypted', { passphrase: 'one two three' })).ticket);
    expect(sealed).toMatchObject({ isEncrypted: true, coders: [], originals: [] });
    // A name that a word processor has cut in two, and one that is a word of any text.
    const docx = await builtDocx(paragraph(run('Zebe'), run('dee'), run(' and A dog')));
    const cut = await look(test.file('cut.docx', docx));
    expect(cut.coders).toEqual([{ name: chosen.coder, count: 1, places: ['word/document.xml'] }]);
    // Labels of a chart stand on their own, however close they are in the file.
    const labels = ['Mrs Umber', 'Ada', chosen.coder].map((name) => `<text>${name}</text>`).join('');
    const chart = await look(test.file('chart.svg', Buffer.from(`<svg xmlns="x">${labels}</svg>`)));
    expect(chart.coders.map(({ name }) => name)).toEqual(['Ada', chosen.coder]);
    expect(chart.cases.map(({ name }) => name)).toEqual(['Mrs Umber']);
  });
});

it('the command line shares and checks', async () => {
  const folder = tempFolder();
  const run = (...words: string[]) => runVerbatim(folder, ...words);
  await run('sample', 'sample.vbt');
  const shared = await run('share', 'sample.vbt', '-o', 'shared.vbt', '--keep', 'none', '--json');
  expect(JSON.parse(shared.out)).toMatchObject({ codings: 511, leftBehind: 0, keep: [] });
  expect((await run('check', 'shared.vbt')).code).toBe(0);
  expect((await run('share', 'sample.vbt', '-o', 'no.vbt', '--keep', 'everything')).code).toBe(2);
  const before = JSON.parse((await run('privacy', 'sample.vbt', '--json')).out) as { coders: unknown[] };
  expect(before.coders).toMatchObject([{ name: 'A' }, { name: 'B' }]);
  writeFileSync(`${folder}/key.csv`, 'birthday list,X\n');
  const found = await run('privacy', 'shared.vbt', '--of', 'sample.vbt', '--names', 'key.csv');
  expect(found.code).toBe(1);
  expect(found.out).toContain('listed name: birthday list');
  expect(found.out).not.toContain('coder:');
});
