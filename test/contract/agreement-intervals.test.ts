import { expect, test } from 'vitest';
import { openTestCore } from '../support/core.ts';

test('the intervals of α hold its value, come out the same for the same seed, and say how they were drawn', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const [intervals, again, other, agreement] = await Promise.all([
    client.call('agreement.intervals', { unit: 'character' }),
    client.call('agreement.intervals', { unit: 'character', seed: 1, resamples: 2000 }),
    client.call('agreement.intervals', { unit: 'character', seed: 2 }),
    client.call('agreement.compute', { unit: 'character' }),
  ]);
  expect(intervals).toMatchObject({ level: 0.95, documents: 6, resamples: 2000, seed: 1, generator: 'xoshiro128**' });
  expect(again).toEqual(intervals);
  expect(other.codes).not.toEqual(intervals.codes);
  expect(intervals.codes.map(({ code }) => code)).toEqual(agreement.codes.map(({ code }) => code));
  const pooled = agreement.overall.pooled.krippendorffAlpha as { value: number };
  const { low, high } = intervals.pooled.interval as { low: number; high: number };
  expect(low).toBeLessThan(pooled.value);
  expect(high).toBeGreaterThan(pooled.value);
  // Real-name registration is coded alike in every document that has it: no resample with it differs.
  const perfect = agreement.codes.find(
    ({ measures: { krippendorffAlpha: alpha } }) => 'value' in alpha && alpha.value === 1,
  )!;
  expect(intervals.codes.find(({ code }) => code === perfect.code)!.alpha).toMatchObject({
    interval: { low: 1, high: 1 },
    below667: 0,
  });
});

test('a job of intervals reports its progress and can be cancelled', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const seen: number[] = [];
  const controller = new AbortController();
  const job = client.call(
    'agreement.intervals',
    { unit: 'turn', resamples: 100_000 },
    {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done);
        controller.abort();
      },
    },
  );
  await expect(job).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen[0]).toBe(100);
});

test('one document is too few to draw from: no interval, and the reason', async () => {
  const { client, file } = openTestCore();
  await client.call('project.create', { name: 'One', template: 'empty', coder: 'A' });
  await client.call('imports.commit', {
    files: [{ ticket: file('a.txt', 'I: Well?\n\nR: I was afraid. I am not now.\n') }],
  });
  const csv = 'document,coder,code,start,end\na.txt,A,fear,13,26\na.txt,B,fear,13,20\n';
  await client.call('codings.importCsv', {
    ticket: file('c.csv', csv),
    createCodes: true,
    markDone: true,
    partial: false,
  });
  const { codes, documents } = await client.call('agreement.intervals', { unit: 'character' });
  expect(documents).toBe(1);
  expect(codes.map(({ alpha }) => alpha.interval)).toEqual([{ undefined: 'too_few_units' }]);
});
