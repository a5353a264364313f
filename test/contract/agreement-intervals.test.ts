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
  expect(intervals).toMatchObject({
    level: 0.95,
    resampling: 'documents',
    elements: 6,
    drawn: { resamples: 2000, seed: 1, generator: 'xoshiro128**' },
  });
  expect(again).toEqual(intervals);
  expect(other.codes).not.toEqual(intervals.codes);
  expect(intervals.codes.map(({ code }) => code)).toEqual(agreement.codes.map(({ code }) => code));
  const pooled = agreement.overall.pooled.krippendorffAlpha as { value: number };
  const { low, high } = intervals.pooled.krippendorffAlpha.interval as { low: number; high: number };
  expect(low).toBeLessThan(pooled.value);
  expect(high).toBeGreaterThan(pooled.value);
  // Real-name registration is coded alike in every document that has it: no resample with it differs.
  const perfect = agreement.codes.find(
    ({ measures: { krippendorffAlpha: alpha } }) => 'value' in alpha && alpha.value === 1,
  )!;
  expect(intervals.codes.find(({ code }) => code === perfect.code)!.measures.krippendorffAlpha).toMatchObject({
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
  expect(seen[0]).toBeGreaterThan(0);
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
  const { codes, elements } = await client.call('agreement.intervals', { unit: 'character' });
  expect(elements).toBe(1);
  expect(codes.map(({ measures }) => measures.krippendorffAlpha.interval)).toEqual([{ undefined: 'too_few_units' }]);
});

test('units are drawn where they may be, and the jackknife leaves out one document at a time', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const units = await client.call('agreement.intervals', { unit: 'turn', resampling: 'units', resamples: 200 });
  const { n, overall } = await client.call('agreement.compute', { unit: 'turn' });
  expect(units).toMatchObject({ resampling: 'units', elements: n, drawn: { resamples: 200, seed: 1 } });
  const jackknife = await client.call('agreement.intervals', { unit: 'turn', resampling: 'jackknife' });
  expect(jackknife).toMatchObject({ resampling: 'jackknife', elements: 6, drawn: null });
  for (const { pooled } of [units, jackknife]) {
    const { low, high } = pooled.krippendorffAlpha.interval as { low: number; high: number };
    const { value } = overall.pooled.krippendorffAlpha as { value: number };
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
  await expect(client.call('agreement.intervals', { unit: 'character', resampling: 'units' })).rejects.toMatchObject({
    code: 'characters_not_drawn',
  });
});
