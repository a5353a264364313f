import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { QueuedDifference } from '../../shared/contract/methods/adjudication.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore } from '../support/core.ts';
import { openSample } from '../support/sample-core.ts';

const settings = { unit: 'character' } as const;

function decide(client: Client, one: QueuedDifference, coders: readonly string[], how: object) {
  const { document, start, end, code, otherCode } = one;
  return client.call('adjudication.decide', { document, start, end, code, otherCode, coders, ...how } as never);
}

async function queue(client: Client) {
  const { coders, ...rest } = await client.call('agreement.differences', settings);
  return { ...rest, ids: coders.map(({ id }) => id) };
}

test('the list of differences has each kind, and that only B gave concern to "And if there is a mistake?"', async () => {
  const { client, code } = await openSample();
  const { total, kinds, differences, decided } = await queue(client);
  expect(total).toBe(differences.length);
  expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
  expect(kinds.boundary).toBeGreaterThan(0);
  expect(kinds.missed).toBeGreaterThan(0);
  expect(kinds.extra).toBeGreaterThan(0);
  expect(decided).toBe(0);
  const concern = code('acceptance.concern');
  const found = differences.filter(
    ({ code, documentName, quote }) =>
      code === concern && documentName.startsWith('s01') && quote.startsWith("And if there's a mistake?"),
  );
  expect(found).toMatchObject([{ kind: 'extra', coded: [1], notCoded: [0], decision: null }]);
});

test('decisions say who, when and why, make a layer of their own and leave the coders’ codings as they were', async () => {
  const { client } = await openSample();
  const before = await client.call('agreement.compute', settings);
  const { differences, ids } = await queue(client);
  const [a, b] = ids;
  await decide(client, differences[0]!, ids, { verdict: 'coder', chosen: a, reason: 'The definition names it.' });
  await decide(client, differences[1]!, ids, { verdict: 'coder', chosen: b });
  await decide(client, differences[2]!, ids, { verdict: 'neither' });
  const after = await queue(client);
  expect(after.decided).toBe(3);
  expect(after.differences[0]!.decision).toMatchObject({
    verdict: 'coder',
    chosen: a,
    reason: 'The definition names it.',
    decidedByName: expect.any(String),
    decidedAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(after.differences[2]!.decision).toMatchObject({ verdict: 'neither', outcome: [] });
  const same = await client.call('agreement.compute', settings);
  expect(same.codes).toEqual(before.codes);

  const figures = await client.call('adjudication.figures', settings);
  expect(figures).toMatchObject({ total: after.total, decided: 3 });
  const alpha = (levels: typeof figures.before) => (levels.pooled.krippendorffAlpha as { value: number }).value;
  expect(alpha(figures.before)).toBe((before.overall.pooled.krippendorffAlpha as { value: number }).value);
  expect(alpha(figures.after)).toBeGreaterThan(alpha(figures.before));

  // Deciding again replaces; undo brings the earlier decision back, and taking it back opens the difference.
  await decide(client, differences[0]!, ids, { verdict: 'both' });
  expect((await queue(client)).differences[0]!.decision).toMatchObject({ verdict: 'both' });
  await client.call('history.undo', {});
  const { decision } = (await queue(client)).differences[0]!;
  expect(decision).toMatchObject({ verdict: 'coder', chosen: a });
  await client.call('adjudication.withdraw', { adjudication: decision!.id });
  expect((await queue(client)).decided).toBe(2);
});

test('with every difference decided all coders agree, and each stands beside the agreed layer', async () => {
  const { client } = await openSample();
  const { differences, ids } = await queue(client);
  for (const one of differences) await decide(client, one, ids, { verdict: 'coder', chosen: ids[0] });
  const figures = await client.call('adjudication.figures', settings);
  expect(figures.decided).toBe(figures.total);
  expect(figures.after.pooled.krippendorffAlpha).toEqual({ value: 1 });
  const [a, b] = figures.gold;
  // Everything was decided for A: A is the agreed layer, and B agrees with it as B agrees with A.
  expect(a).toMatchObject({ name: 'A', coderOnly: 0, goldOnly: 0, measures: { krippendorffAlpha: { value: 1 } } });
  expect(b!.coderOnly).toBeGreaterThan(0);
  expect((b!.measures.cohenKappa as { value: number }).value).toBeCloseTo(0.677892, 6);
  expect(figures.codes.every(({ open }) => open === 0)).toBe(true);

  const { codings, decisions } = await client.call('adjudication.export', { ...settings, format: 'csv' });
  expect(decisions).toBe(differences.length);
  expect(codings).toBeGreaterThan(0);
});

test('one’s own passages are taken whole, and what is no passage or no code is refused with nothing changed', async () => {
  const { client } = await openSample();
  const { differences, ids } = await queue(client);
  const one = differences[0]!;
  const own = [{ start: one.start, end: one.start + 8, code: one.code }];
  await decide(client, one, ids, { verdict: 'own', own });
  expect((await queue(client)).differences[0]!.decision).toMatchObject({ verdict: 'own', outcome: own });
  const { revision } = await queue(client);
  await expect(decide(client, { ...one, start: one.start + 1 }, ids, { verdict: 'both' })).rejects.toMatchObject({
    code: 'difference_gone',
  });
  await expect(decide(client, one, ids, { verdict: 'coder', chosen: 'nobody' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(
    decide(client, one, ids, { verdict: 'own', own: [{ ...own[0]!, end: 9_999_999 }] }),
  ).rejects.toMatchObject({ code: 'selection_out_of_range' });
  expect((await queue(client)).revision).toBe(revision);
});

test('decisions go with what they are about: a removed code, a removed transcript, a corrected text', async () => {
  const { client } = await openSample();
  const { differences, ids } = await queue(client);
  const one = differences.find(({ kind }) => kind === 'boundary')!;
  await decide(client, one, ids, { verdict: 'both' });
  const { text, textHash } = await client.call('documents.get', { document: one.document });
  await client.call('documents.correct', {
    base: textHash,
    document: one.document,
    changes: [{ from: 0, to: 0, insert: 'Hello. ' }],
  });
  const moved = (await queue(client)).differences.find(({ decision }) => decision !== null)!;
  expect(moved).toMatchObject({ start: one.start + 7, end: one.end + 7, quote: one.quote });
  await client.call('history.undo', {});
  expect((await client.call('documents.get', { document: one.document })).text).toBe(text);
  expect((await queue(client)).differences.find(({ decision }) => decision !== null)).toMatchObject({
    start: one.start,
  });
  await client.call('codes.remove', { code: one.code });
  const figures = await client.call('adjudication.figures', settings);
  expect(figures.decided).toBe(0);
  await client.call('history.undo', {});
  expect((await client.call('adjudication.figures', settings)).decided).toBe(1);
  await client.call('documents.remove', { document: one.document });
  expect((await client.call('adjudication.figures', settings)).decided).toBe(0);
});

test('the check of a project finds decisions and agreed codings that do not fit the text, and coders there are not', async () => {
  const core = openTestCore();
  const { client } = core;
  const path = core.path('sample.vbt');
  await client.call('project.sample', { place: core.ticket(path) });
  const { differences, ids } = await queue(client);
  const [first, second] = differences as [QueuedDifference, QueuedDifference];
  await decide(client, first, ids, { verdict: 'both' });
  await decide(client, second, ids, { verdict: 'both' });
  expect((await client.call('project.check', {})).faults).toEqual([]);
  const db = connectionOf(path);
  const faulty = async (sql: string): Promise<string[]> => {
    db.exec(`SAVEPOINT whole; ${sql}`);
    const { faults } = await client.call('project.check', {});
    db.exec('ROLLBACK TO whole; RELEASE whole');
    expect(faults.every(({ kind }) => kind === 'decision')).toBe(true);
    return faults.map(({ detail }) => detail);
  };
  expect(await faulty('UPDATE gold_coding SET end_at = 9999999')).toContainEqual(
    expect.stringMatching(/agreed coding/),
  );
  expect(await faulty('UPDATE adjudication SET start_at = 0, end_at = 0')).toHaveLength(2);
  expect(await faulty(`UPDATE adjudication SET coders = '["nobody"]'`)).toHaveLength(2);
  expect(await faulty("UPDATE adjudication SET coders = 'torn'")).toHaveLength(2);
  const other = `(SELECT id FROM document WHERE id <> '${first.document}' AND utf16_length > ${second.end} LIMIT 1)`;
  expect(await faulty(`UPDATE gold_coding SET document = ${other}`)).not.toEqual([]);
  expect((await client.call('project.check', {})).faults).toEqual([]);
});
