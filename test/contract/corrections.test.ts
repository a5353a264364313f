import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { logicalDump, rowCount } from '../support/logical-dump.ts';

type Change = { readonly from: number; readonly to: number; readonly insert: string };

async function correct(client: Client, document: DocumentId, ...changes: Change[]) {
  const { textHash } = await client.call('documents.get', { document });
  return client.call('documents.correct', { document, base: textHash, changes });
}

/** Every coding of a document with the words it stands on. */
async function quotes(client: Client, document: DocumentId) {
  const { text } = await client.call('documents.get', { document });
  const { selections, codings } = await client.call('codings.ofDocument', { document });
  const places = new Map(selections.map((selection) => [selection.id, selection]));
  return codings.map(({ id, coder, selection }) => {
    const { start, end, state } = places.get(selection)!;
    return { id, coder, state, words: text.slice(start, end), place: `${start}–${end}` };
  });
}

/** What every turn says, by whom. */
async function said(client: Client, document: DocumentId) {
  const { text, turns } = await client.call('documents.get', { document });
  return turns.map(({ start, contentStart, end }) => [text.slice(start, contentStart), text.slice(contentStart, end)]);
}

async function openSample(): Promise<{
  test: TestCore;
  path: string;
  document: (name: string) => Promise<DocumentId>;
}> {
  const test = openTestCore();
  const path = test.path('sample.vbt');
  await test.client.call('project.sample', { language: 'en', place: test.ticket(path) });
  const document = async (name: string) =>
    (await test.client.call('documents.list', {})).find((one) => one.name.startsWith(name))!.id;
  return { test, path, document };
}

const faults = async (client: Client) => (await client.call('project.check', {})).faults;

describe('a transcript corrected', () => {
  it('keeps all 54 codings of A on their words when two characters come in at its very beginning', async () => {
    const { test, path, document } = await openSample();
    const { client } = test;
    const s05 = await document('s05');
    const before = await quotes(client, s05);
    const start = logicalDump(path);
    const coder = (await client.call('coders.list', {})).find(({ name }) => name === 'A')!.id;
    expect(before.filter((coding) => coding.coder === coder)).toHaveLength(54);

    await correct(client, s05, { from: 0, to: 0, insert: '※ ' });
    const after = await quotes(client, s05);
    expect(after.map(({ id, state, words }) => ({ id, state, words }))).toEqual(
      before.map(({ id, state, words }) => ({ id, state, words })),
    );
    expect(after.every(({ place }, at) => place !== before[at]!.place)).toBe(true);
    expect(await faults(client)).toEqual([]);

    await client.call('history.undo', {});
    expect(logicalDump(path)).toEqual(start);
    expect(await faults(client)).toEqual([]);
  });

  it('leaves codings on their words where a name is replaced', async () => {
    const { test, document } = await openSample();
    const { client } = test;
    const s01 = await document('s01');
    const { text } = await client.call('documents.get', { document: s01 });
    const before = await quotes(client, s01);
    const places = [...text.matchAll(/Luo/g)].map(({ index }) => index);
    expect(places.length).toBeGreaterThan(0);
    const changes = places.map((from) => ({ from, to: from + 3, insert: 'Teacher One' }));
    const { detached } = await correct(client, s01, ...changes);
    expect(detached).toEqual([]);
    const after = await quotes(client, s01);
    expect(after.map(({ words }) => words)).toEqual(before.map(({ words }) => words.replaceAll('Luo', 'Teacher One')));
    expect(await faults(client)).toEqual([]);
  });

  it('detaches a coding that has lost all its words, keeps them as its quote, and undo puts all back byte for byte', async () => {
    const { test, path, document, text, dump } = await openTestProject(
      'I: Why?\nR: Because. [fear: They watch us.] I am [trust: calm 😅] still.\n',
    );
    const { client } = test;
    const before = dump();
    const bytes = () => connectionOf(path).prepare('SELECT hash, bytes FROM blob ORDER BY hash').all();
    const blobs = bytes();
    const from = text.indexOf('They watch us. ');
    const { detached } = await correct(client, document, { from, to: from + 'They watch us. '.length, insert: '' });
    expect(detached).toHaveLength(1);
    expect(connectionOf(path).prepare("SELECT quote FROM selection WHERE state = 'detached'").pluck().all()).toEqual([
      'They watch us.',
    ]);
    expect((await quotes(client, document)).map(({ words, state }) => [state, words])).toEqual([
      ['detached', ''],
      ['placed', 'calm 😅'],
    ]);
    expect((await said(client, document)).at(-1)).toEqual(['R: ', 'Because. I am calm 😅 still.']);
    const after = dump();

    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
    expect(bytes()).toEqual(blobs);
    await client.call('history.redo', {});
    expect(dump()).toEqual(after);
    expect(await faults(client)).toEqual([]);
  });

  it('keeps the words of turns apart: what is written at their edges belongs to them, labels stay', async () => {
    const { test, document, text } = await openTestProject('I: Why?\nR: They watch.\nI: Who?\n');
    const at = text.indexOf('They');
    await correct(
      test.client,
      document,
      { from: at, to: at, insert: 'Well, ' },
      { from: text.indexOf('\nI: Who'), to: text.indexOf('\nI: Who'), insert: ' Always.' },
    );
    expect(await said(test.client, document)).toEqual([
      ['I: ', 'Why?'],
      ['R: ', 'Well, They watch. Always.'],
      ['I: ', 'Who?'],
    ]);
    expect(await faults(test.client)).toEqual([]);
  });

  it('loses a turn that is taken out with its label, not one that has only lost its words', async () => {
    const { test, document, text } = await openTestProject('I: Why?\nR: They watch.\nI: Who?\n');
    const [r, i] = [text.indexOf('R:'), text.indexOf('I: Who')];
    await correct(test.client, document, { from: r + 3, to: i - 1, insert: '' });
    expect(await said(test.client, document)).toEqual([
      ['I: ', 'Why?'],
      ['R: ', ''],
      ['I: ', 'Who?'],
    ]);
    await correct(test.client, document, { from: r, to: r + 4, insert: '' });
    expect(await said(test.client, document)).toEqual([
      ['I: ', 'Why?'],
      ['I: ', 'Who?'],
    ]);
  });

  it('is refused where its text has changed since, or the changes do not fit it; nothing is changed then', async () => {
    const { test, document, dump } = await openTestProject('R: 😅 They watch.\n');
    const { client } = test;
    const { textHash } = await client.call('documents.get', { document });
    await correct(client, document, { from: 3, to: 3, insert: 'x' });
    const before = dump();
    const stale = client.call('documents.correct', {
      document,
      base: textHash,
      changes: [{ from: 0, to: 1, insert: '' }],
    });
    await expect(stale).rejects.toMatchObject({ code: 'text_changed', params: { document: 'interview.txt' } });
    for (const change of [
      { from: 5, to: 6, insert: '' },
      { from: 3, to: 900, insert: '' },
      { from: 4, to: 3, insert: '' },
    ])
      await expect(correct(client, document, change)).rejects.toMatchObject({ code: 'text_change_invalid' });
    expect(dump()).toEqual(before);
  });

  it('that changes nothing leaves no step', async () => {
    const { test, document, text } = await openTestProject('R: They watch.\n');
    const { revision } = await correct(test.client, document, { from: 0, to: text.length, insert: text });
    expect(revision).toBeNull();
  });

  it('is kept as its changes: neither texts nor the places of far codings grow the file', async () => {
    const line = (place: number) => `R: In sentence ${place} [fear: they watch us].\n`;
    const { test, path, document, text } = await openTestProject(
      Array.from({ length: 300 }, (_, at) => line(at)).join(''),
    );
    const changesBefore = rowCount(path, 'change');
    for (const at of [3, 4, 5]) await correct(test.client, document, { from: at, to: at, insert: '.' });
    expect(rowCount(path, 'change') - changesBefore).toBeLessThan(20);
    const texts = connectionOf(path).prepare('SELECT length(bytes) FROM blob').pluck().all() as number[];
    // The imported file and the text as it stands now.
    expect(texts.toSorted((a, b) => a - b)).toEqual([text.length, text.length + 3]);
    expect(await faults(test.client)).toEqual([]);
  });

  it('survives a text another document still has, one removed before, and the way back through all of it', async () => {
    const { test, document, dump } = await openTestProject('R: They [fear: watch] us.\n');
    const { client } = test;
    const dumps = [dump()];
    const step = async (run: () => Promise<unknown>) => {
      await run();
      dumps.push(dump());
    };
    const twin = 'R: Xhey watch us.\n';
    await step(() => correct(client, document, { from: 3, to: 4, insert: 'X' }));
    await step(() => client.call('imports.commit', { files: [{ ticket: test.file('twin.txt', twin) }] }));
    const other = (await client.call('documents.list', {})).find(({ name }) => name === 'twin.txt')!.id;
    await step(() => client.call('documents.remove', { document: other }));
    await step(() => correct(client, document, { from: 3, to: 4, insert: 'T' }));
    await step(() => correct(client, document, { from: 3, to: 4, insert: 'X' }));
    await step(() => correct(client, document, { from: 0, to: 0, insert: '>' }));
    for (let at = dumps.length - 2; at >= 0; at--) {
      await client.call('history.undo', {});
      expect(dump()).toEqual(dumps[at]);
      expect(await faults(client)).toEqual([]);
    }
    for (let at = 1; at < dumps.length; at++) {
      await client.call('history.redo', {});
      expect(dump()).toEqual(dumps[at]);
      expect(await faults(client)).toEqual([]);
    }
    await client.call('history.goTo', { revision: 0 });
    expect(dump()).not.toEqual(dumps[0]);
    expect(await faults(client)).toEqual([]);
  });
});

it('what is corrected is found by its new words, and no more by those that are gone', async () => {
  const { test, document, text } = await openTestProject('R: They watch us.\n');
  const { client } = test;
  const found = async (query: string) => (await client.call('search.text', { query })).total;
  expect([await found('watch'), await found('隐私')]).toEqual([1, 0]);
  const from = text.indexOf('watch');
  await correct(client, document, { from, to: from + 5, insert: '隐私' });
  expect([await found('watch'), await found('隐私')]).toEqual([0, 1]);
  await client.call('history.undo', {});
  expect([await found('watch'), await found('隐私')]).toEqual([1, 0]);
});

it('moves the codings of a coder one does not see as well, and names none of them', async () => {
  const { test, document, text, dump } = await openTestProject(
    'R: Once. [fear: They watch us] all, [trust: calm] now.\n',
  );
  const { client } = test;
  const bo = await client.call('coders.create', { name: 'Bo' });
  await client.call('coders.choose', { coder: bo.id });
  await client.call('blinding.begin', {});
  expect((await client.call('codings.ofDocument', { document })).codings).toEqual([]);
  const before = dump();
  const [once, calm] = [text.indexOf('Once'), text.indexOf('calm')];
  const { detached } = await correct(
    client,
    document,
    { from: once, to: once + 4, insert: 'At first' },
    { from: calm, to: calm + 4, insert: '' },
  );
  expect(detached).toEqual([]);
  expect(await client.call('review.list', {})).toEqual([]);
  expect(await faults(client)).toEqual([]);
  const after = dump();
  await client.call('history.undo', {});
  expect(dump()).toEqual(before);
  await client.call('history.redo', {});
  expect(dump()).toEqual(after);
});
