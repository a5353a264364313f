import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { openTestCore } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

async function written(client: Client, format: 'html' | 'docx' | 'xlsx' | 'csv', more: object = {}) {
  const { ticket } = await client.call('reports.write', {
    report: { kind: 'agreement', unit: 'character', resamples: 200, ...more },
    format,
    language: 'en',
  });
  return fileBehind(client, ticket);
}

test('the agreement report says all it was made from, and is the same bytes each time', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const first = new Map<string, Buffer>();
  for (const format of ['html', 'docx', 'xlsx', 'csv'] as const) {
    first.set(format, await written(client, format));
    expect((await written(client, format)).equals(first.get(format)!)).toBe(true);
  }
  const csv = first.get('csv')!.toString('utf8');
  expect(csv).toContain('# Coders: A and B');
  expect(csv).toContain('# N: 13,169 characters');
  expect(csv).toMatch(/# Intervals: .*200 resamples, seed 1/);
  expect(csv).toMatch(/# Fingerprint of the data \(SHA-256\): [0-9a-f]{16}/);
  expect(csv).toMatch(/# Fingerprint of the codebook \(SHA-256\): [0-9a-f]{16}/);
  expect(csv).toContain('0.67789152');
  const html = first.get('html')!.toString('utf8');
  // The paragraph to paste, why κ is low beside a high percentage, and the measures of passages.
  expect(html).toContain('Agreement between the coders A and B was computed on 13,169 characters per code');
  expect(html).toContain('Why is κ low when the percentage is high?');
  expect(html).toContain('two coders who guessed at these rates would agree on about');
  expect(csv).toContain('Chance for γ: passages shifted at random, seed 1 (xoshiro128**)');
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/(src|href)="?https?:/);
  // Another seed, other intervals.
  expect((await written(client, 'csv', { seed: 2 })).toString('utf8')).not.toBe(csv);
});

test('once something is decided, the report has agreement before and after and each coder against the agreed layer', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const before = (await written(client, 'csv')).toString('utf8');
  expect(before).not.toContain('Against the agreed layer');
  const { coders, differences } = await client.call('agreement.differences', { unit: 'character' });
  const { document, start, end, code, otherCode } = differences[0]!;
  const ids = coders.map(({ id }) => id);
  const place = { document, start, end, code, otherCode, coders: ids };
  await client.call('adjudication.decide', { ...place, verdict: 'both' });
  const after = (await written(client, 'csv')).toString('utf8');
  expect(after).toContain('Against the agreed layer');
  expect(after).toMatch(/1 of \d+ differences decided/);
});

test('2×2 tables stand in the report, and every coefficient has its interval, or why it has none', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const html = (await written(client, 'html')).toString('utf8');
  expect(html).toContain('2×2 table: Being monitored');
  expect(html).toMatch(/A: coded<\/th><td[^>]*>18<\/td><td[^>]*>158<\/td><td[^>]*>176</);
  const csv = (await written(client, 'csv')).toString('utf8');
  const head = csv
    .split('\n')
    .find((line) => line.startsWith('Code,"Percent agreement: ') || line.includes('95 % of Gwet'))!;
  for (const name of ['Percent agreement', 'Cohen’s kappa', 'Krippendorff’s alpha', 'Gwet’s AC1', 'F1'])
    expect(head).toContain(`95 % of ${name}, low`);
  expect(head).toContain('Share of resamples with α below .667');
  const pooled = csv.split('\n').filter((line) => line.startsWith('"All codes, pooled (micro)"'));
  expect(pooled[1]!.split(',').filter((cell) => /^0\.\d+$/.test(cell)).length).toBeGreaterThanOrEqual(10);
  const { documents } = await client.call('agreement.compute', { unit: 'turn' });
  const single = (await written(client, 'csv', { documents: [documents[0]!.id] })).toString('utf8');
  expect(single).toContain('Too few: this takes more transcripts, respondents or answers than there are.');
});

test('the report of a round says what it was frozen with, whatever is removed and decided afterwards', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const coders = (await client.call('coders.list', {})).slice(0, 2).map(({ id }) => id);
  const { round } = await client.call('rounds.create', { name: 'Pilot', coders, sample: { count: 2, seed: 3 } });
  const [frozen] = await client.call('rounds.list', {});
  const figures = async () => {
    const lines = (await written(client, 'csv', { round, unit: 'turn' })).toString('utf8').split('\n');
    return lines.filter((line) => !line.startsWith('# Data: '));
  };
  const before = await figures();
  const { differences } = await client.call('agreement.differences', { unit: 'character' });
  const { document, start, end, code, otherCode } = differences.find(
    (one) => one.document === frozen!.documents[0]!.id,
  )!;
  await client.call('adjudication.decide', { document, start, end, code, otherCode, coders, verdict: 'both' });
  await client.call('codes.remove', { code: frozen!.codes.find(({ name }) => name === 'acceptance.trust')!.id });
  await client.call('documents.remove', { document });
  const after = await figures();
  expect(after.map((line) => line.replace(/^acceptance\.trust,/, 'Trust,'))).toEqual(before);
  expect(after.join('\n')).toContain(frozen!.documents[0]!.name);
  expect(after.join('\n')).toContain(`# Fingerprint of the codebook (SHA-256): ${frozen!.codebook}`);
  for (const format of ['html', 'docx', 'xlsx'] as const)
    expect((await written(client, format, { round, unit: 'turn' })).length).toBeGreaterThan(5000);
});
