import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { furtherMeasures } from '../../shared/analysis/association/pair-measures.ts';
import { openTestProject } from '../support/core.ts';
import { runVerbatim } from '../support/verbatim-command.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** One transcript of one person; one code in every answer, one in none of them, one once. */
const single = 'I: Why?\nR: [all: Because.]\nI: And?\nR: [all: I said so.]\nI: Then?\nR: [all: Yes, [once: now].]\n';

/** Every number of an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

async function opened(text = single) {
  const project = await openTestProject(text);
  const { client } = project.test;
  const coder = (await client.call('coders.list', {}))[0]!.id;
  return { ...project, client, coder, code: (name: string) => project.codes.get(name)! };
}

async function pairOf({ client, coder, code }: Awaited<ReturnType<typeof opened>>) {
  const { blocks } = await client.call('cooccurrence.compute', { unit: 'turn', coders: [coder] });
  const found = blocks[0]!.pairs.find(({ a, b }) => [a, b].includes(code('all')) && [a, b].includes(code('once')));
  return { block: blocks[0]!, pair: found! };
}

describe('what cannot be computed says why, and is never a number', () => {
  test('one transcript, a code in every unit: φ and the test by chance have no value, the counts stand', async () => {
    const project = await opened();
    const { block, pair } = await pairOf(project);
    expect(block).toMatchObject({ n: 3, documents: 1 });
    expect(pair).toMatchObject({ n11: 1, n00: 0, jaccard: { value: 1 / 3 } });
    expect(furtherMeasures(pair)!.phi).toEqual({ undefined: 'in_every_unit' });
    const { client, coder, code } = project;
    const tested = await client.call('cooccurrence.test', { unit: 'turn', coder, codes: [code('all'), code('once')] });
    expect(tested).toMatchObject({ m: 0, pairs: [{ undefined: 'no_variation' }] });
    const order = await client.call('cooccurrence.testOrder', {
      coder,
      distance: 1,
      codes: [code('all'), code('once')],
    });
    expect(order.pairs).toHaveLength(2);
    expect(numbersIn([block, tested, order]).every(Number.isFinite)).toBe(true);
  });

  test('a code never used is in no pair, in a comparison an empty row, and has no test', async () => {
    const project = await opened();
    const { client, coder, code } = project;
    const { id: unused } = await client.call('codes.create', { name: 'Unused', parent: null });
    const { block } = await pairOf(project);
    expect(block.codes.some((one) => one.code === unused)).toBe(false);
    const settings = {
      rows: [unused, code('once')],
      columns: { kind: 'codes' as const, codes: [code('all')] },
      rule: 'overlap' as const,
      children: 'apart' as const,
      coder,
    };
    const table = await client.call('comparison.compute', settings);
    expect(table.all.cells[0]).toEqual([{ passages: 0, marked: 0, respondents: [] }]);
    const { repeated } = await client.call('comparison.test', { ...settings, unit: 'passages' });
    // One column is nothing to compare.
    expect(repeated![1]!.cochran).toEqual({ undefined: 'single_category' });
    expect(repeated![1]!.friedman).toEqual({ undefined: 'single_category' });
    const difference = await client.call('comparison.difference', { ...settings, first: 0, second: 0 });
    expect(difference.every(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length === 0)).toBe(true);
    expect(numbersIn([table, repeated]).every(Number.isFinite)).toBe(true);
  });

  test('a filter that nothing meets leaves no unit, no respondent and no figure', async () => {
    const project = await opened();
    const { client, coder, code } = project;
    const { case: person } = await client.call('cases.create', { name: 'R' });
    const { attribute } = await client.call('attributes.create', { name: 'Age', type: 'text' });
    await client.call('cases.edit', { cells: [{ case: person, attribute, value: 'old', missing: null }] });
    const cases = [{ attribute, values: ['young'] }];
    const { blocks } = await client.call('cooccurrence.compute', { unit: 'turn', coders: [coder], cases });
    expect(blocks[0]).toMatchObject({ n: 0, documents: 0, codes: [], pairs: [] });
    const settings = {
      rows: [code('once')],
      columns: { kind: 'codes' as const, codes: [code('all'), code('once')] },
      rule: 'overlap' as const,
      children: 'apart' as const,
      coder,
      cases,
    };
    expect(await client.call('comparison.compute', settings)).toMatchObject({ respondents: [], documents: 0 });
    const tests = await client.call('comparison.test', { ...settings, unit: 'passages' });
    expect(tests.repeated![0]).toMatchObject({
      n: 0,
      cochran: { undefined: 'no_units' },
      friedman: { undefined: 'no_units' },
    });
    expect(tests.passages!.test).toEqual({ undefined: 'no_units' });
    expect(
      await client.call('cooccurrence.passages', { unit: 'turn', coder, a: code('all'), b: code('once'), cases }),
    ).toEqual([]);
  });

  test('survey cells that are missing are no answer: no mean, no correlation, no place in the plane', async () => {
    const project = await opened();
    const { client } = project;
    const { case: person } = await client.call('cases.create', { name: 'R' });
    const made = async (name: string) =>
      (await client.call('attributes.create', { name, type: 'integer', minimum: 1, maximum: 5 })).attribute;
    const [x, y] = [await made('x'), await made('y')];
    await client.call('cases.edit', { cells: [{ case: person, attribute: x, value: '3', missing: null }] });
    const { items } = await client.call('survey.figures', { attributes: [x, y] });
    expect(items[0]!.all).toMatchObject({ n: 1, mean: { value: 3 }, sd: { undefined: expect.any(String) } });
    expect(items[1]!.all).toMatchObject({ n: 0, mean: { undefined: expect.any(String) } });
    expect(numbersIn(items).every(Number.isFinite)).toBe(true);
  });
});

test('the command line says it too: null and its reason in JSON, an empty cell and its reason in CSV', async () => {
  const folder = tempFolder();
  await runVerbatim(folder, 'sample', 's.vbt');
  const asked = ['cooccurrence', 's.vbt', '--coder', 'A', '--unit', 'document', '--test'];
  const json = await runVerbatim(folder, ...asked, '--json');
  const csv = await runVerbatim(folder, ...asked, '--csv');
  type Pair = { phi: number | null; p: number | null; undefined?: Record<string, string> };
  const [block] = JSON.parse(json.out) as { pairs: Pair[] }[];
  const without = block!.pairs.filter(({ phi }) => phi === null);
  expect(without.length).toBeGreaterThan(0);
  expect(without.every((pair) => pair.undefined?.['phi'] === 'in_every_unit')).toBe(true);
  const rows = parse(csv.out, { columns: true }) as Record<string, string>[];
  const empty = rows.filter(({ phi }) => phi === '');
  expect(empty).toHaveLength(without.length);
  expect(empty.every((row) => row['undefined']!.includes('phi: in_every_unit'))).toBe(true);
  expect(csv.out).not.toMatch(/NaN|Infinity/);
}, 60_000);
