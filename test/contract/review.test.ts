import { describe, expect, it } from 'vitest';
import { openTestProject } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const source = 'I: Why?\nR: Because. [fear: They watch us.] I am [trust: calm and quiet and patient] still.\n';

/** A project whose first coding has lost its words, and whose second most of them. */
async function openDamaged() {
  const project = await openTestProject(source);
  const { test, document, text } = project;
  const { textHash } = await test.client.call('documents.get', { document });
  const out = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length, insert: '' });
  const changes = [out('They watch us. '), out(' and quiet and patient')];
  await test.client.call('documents.correct', { document, base: textHash, changes });
  const now = (await test.client.call('documents.get', { document })).text;
  return { ...project, client: test.client, now, list: () => test.client.call('review.list', {}) };
}

describe('what lost its words', () => {
  it('is listed with its codes, the words it had, the words there now and the cause', async () => {
    const { list, codes, now } = await openDamaged();
    expect(await list()).toMatchObject([
      {
        state: 'detached',
        cause: 'corrected',
        quote: 'They watch us.',
        now: '',
        before: 'Because. ',
        after: 'I am calm still.',
        codes: [codes.get('fear')],
        start: now.indexOf('I am'),
        kept: false,
      },
      {
        state: 'uncertain',
        cause: 'corrected',
        quote: 'calm and quiet and patient',
        now: 'calm',
        codes: [codes.get('trust')],
      },
    ]);
  });

  it('can be placed again on other words, which undo takes back', async () => {
    const { list, client, document, now, dump } = await openDamaged();
    const before = dump();
    const start = now.indexOf('Because');
    const { selection } = (await list())[0]!;
    const { selections } = await client.call('review.place', { selection, start, end: start + 7 });
    expect(selections).toMatchObject([{ id: selection, start, end: start + 7, state: 'placed' }]);
    expect((await list()).map(({ quote }) => quote)).toEqual(['calm and quiet and patient']);
    const { codings } = await client.call('codings.ofDocument', { document });
    expect(codings).toHaveLength(2);
    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
  });

  it('of another coder is neither shown to a blind coder nor changed by them', async () => {
    const { list, client, dump } = await openDamaged();
    const selections = (await list()).map(({ selection }) => selection);
    const [selection] = selections;
    const { id: bo } = await client.call('coders.create', { name: 'Bo' });
    await client.call('coders.choose', { coder: bo });
    await client.call('blinding.begin', {});
    const before = dump();
    expect(await list()).toEqual([]);
    const hidden = { code: 'not_found' };
    await expect(client.call('review.place', { selection: selection!, start: 0, end: 3 })).rejects.toMatchObject(
      hidden,
    );
    await expect(client.call('review.keep', { selections })).rejects.toMatchObject(hidden);
    await expect(client.call('review.remove', { selections })).rejects.toMatchObject(hidden);
    expect(dump()).toEqual(before);
  });

  it('is told of as lost by the exports that cannot hold it', async () => {
    const { client } = await openDamaged();
    const { ticket, rows, unplaced } = await client.call('codings.exportCsv', {});
    const bytes = await fileBehind(client, ticket);
    expect(bytes.toString()).not.toContain('fear');
    expect({ rows, unplaced }).toEqual({ rows: 1, unplaced: 1 });
    const { losses } = await client.call('exchange.exportPreview', { format: 'qdpx' });
    expect(losses).toContainEqual(expect.objectContaining({ element: 'PlainTextSelection', reason: 'place_unknown' }));
  });

  it('can be kept: the uncertain one is right, the detached one stays listed apart', async () => {
    const { list, client } = await openDamaged();
    await client.call('review.keep', { selections: (await list()).map(({ selection }) => selection) });
    expect((await list()).map(({ state, kept, cause }) => [state, kept, cause])).toEqual([
      ['detached', true, 'corrected'],
    ]);
    await client.call('history.undo', {});
    expect((await list()).map(({ kept }) => kept)).toEqual([false, false]);
  });

  it('can be deleted with its codings and memos', async () => {
    const { list, client, document, dump } = await openDamaged();
    const { selection } = (await list())[0]!;
    await client.call('memos.save', { target: { kind: 'selection', id: selection }, text: 'lost' });
    expect((await list())[0]).toMatchObject({ memos: 1 });
    const before = dump();
    expect(await client.call('review.remove', { selections: [selection] })).toEqual({ codings: 1 });
    expect((await client.call('codings.ofDocument', { document })).codings).toHaveLength(1);
    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it('is settled when the ends of the coding are moved by hand', async () => {
    const { list, client, now, document } = await openDamaged();
    const { selection } = (await list())[1]!;
    await client.call('codings.resize', { selection, start: now.indexOf('calm'), end: now.indexOf('still') + 5 });
    expect(await list()).toHaveLength(1);
    const { textHash } = await client.call('documents.get', { document });
    const from = now.indexOf('calm');
    await client.call('documents.correct', {
      document,
      base: textHash,
      changes: [{ from, to: from + 'calm still'.length, insert: '' }],
    });
    expect((await list()).map(({ quote }) => quote)).toEqual(['They watch us.', 'calm still']);
  });
});
