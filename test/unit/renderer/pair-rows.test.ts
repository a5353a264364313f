import { describe, expect, test } from 'vitest';
import type { CooccurrenceBlock } from '../../../shared/contract/methods/cooccurrence.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { cooccurrenceFigures } from '../../../renderer/features/cooccurrence/cooccurrence-csv.ts';
import { resultCsv } from '../../../renderer/features/results/result-csv.ts';
import {
  codesUsedAtLeast,
  comfortableLeast,
  leastChoices,
  pairRows,
  shownCodes,
} from '../../../renderer/features/cooccurrence/pair-rows.ts';
import { pairsInOrder } from '../../../renderer/features/cooccurrence/pair-figures.ts';

const id = (name: string) => asId<'code'>(name);
const named = (name: string, order: number) =>
  [
    id(name),
    {
      id: id(name),
      name,
      lang: 'en',
      fileName: name,
      color: '#49c1e9',
      mark: 'solid',
      retired: false,
      order,
      codings: {},
    },
  ] as const;

const names = new Map([named('z', 0), named('m', 1), named('a', 2)]);

function pair(a: string, b: string, n11: number | null, jaccard: number | null, overlapPairs = 0) {
  return {
    a: id(a),
    b: id(b),
    n11,
    n10: n11 === null ? null : 1,
    n01: n11 === null ? null : 2,
    n00: n11 === null ? null : 40,
    jaccard: jaccard === null ? { undefined: 'never_used' } : { value: jaccard },
    overlapPairs,
    sharedCharacters: 12,
    ochiai: null,
    logOdds: null,
    marked: null,
  };
}

const block: CooccurrenceBlock = {
  coder: asId<'coder'>('A'),
  coderName: 'A',
  unit: 'turn',
  scope: 'respondent',
  window: null,
  n: 54,
  documents: 6,
  codes: [
    { code: id('a'), count: 9, codings: 9 },
    { code: id('m'), count: 5, codings: 5 },
    { code: id('z'), count: 1, codings: 1 },
  ],
  pairs: [pair('a', 'm', 3, 0.5, 4), pair('a', 'z', 0, 0), pair('m', 'z', 3, 0.6)],
};

describe('pair rows', () => {
  test('hold the codes that reach the count, in codebook order', () => {
    expect(shownCodes(block, names, 5).map(({ code, count }) => [code.name, count])).toEqual([
      ['m', 5],
      ['a', 9],
    ]);
    const [row] = pairRows(block, shownCodes(block, names, 5));
    expect([row!.first.name, row!.second.name, row!.firstCount, row!.secondCount]).toEqual(['m', 'a', 5, 9]);
    expect(row!.turned).toBe(true);
    const inOrder = { ...block, pairs: [pair('m', 'a', 3, 0.5)] };
    expect(pairRows(inOrder, shownCodes(inOrder, names, 5))[0]!.turned).toBe(false);
  });

  test('count turns with both, or overlapping pairs where there are no units', () => {
    expect(pairRows(block, shownCodes(block, names, 1)).map(({ together }) => together)).toEqual([3, 0, 3]);
    const overlap = { ...block, unit: 'overlap' as const, n: null, pairs: [pair('a', 'm', null, 0.1, 4)] };
    expect(pairRows(overlap, shownCodes(overlap, names, 1))[0]!.together).toBe(4);
  });

  test('stand by the chosen figure, then by the stronger association', () => {
    const rows = pairRows(block, shownCodes(block, names, 1));
    const ordered = pairsInOrder(rows, { column: 'both', direction: 'descending' }, (a, b) => a.localeCompare(b));
    expect(ordered.map(({ first, second }) => first.name + second.name)).toEqual(['zm', 'ma', 'za']);
  });
});

describe('used at least k times', () => {
  test('offers the steps that leave two codes', () => {
    expect(leastChoices(block)).toEqual([1, 2, 3, 4, 5]);
    expect(codesUsedAtLeast(block, 5)).toBe(2);
  });

  test('begins with the smallest step at which the map is not crowded', () => {
    expect(comfortableLeast(block)).toBe(1);
    const many = Array.from({ length: 60 }, (_, place) => ({
      code: id(`c${place}`),
      count: place + 1,
      codings: place + 1,
    }));
    const least = comfortableLeast({ ...block, codes: many });
    expect(least).toBe(50);
    expect(codesUsedAtLeast({ ...block, codes: many }, 30)).toBeGreaterThan(22);
    expect(comfortableLeast({ ...block, codes: many.slice(0, 22) })).toBe(1);
    expect(comfortableLeast({ ...block, codes: many.slice(0, 23) })).toBe(2);
  });

  test('has a first step even where nothing is coded twice', () => {
    expect(leastChoices({ ...block, codes: [] })).toEqual([1]);
  });
});

test('the CSV says what it counts, of when and by whom, and carries every pair with why figures are missing', () => {
  const origin = { name: 'Study', revision: 3, revisedAt: '2026-03-01T09:30:00.000Z', synthetic: false };
  const lines = resultCsv(origin, ['Unit: turn.', ''], cooccurrenceFigures(block, names)).split('\r\n');
  expect(lines.slice(0, 10)).toEqual([
    '# project: Study',
    '# analysis: co-occurrence',
    '# unit: turn',
    '# scope: respondent',
    '# N: 54',
    '# coder: A',
    '# documents: 6',
    '# counted: Unit: turn.',
    '# revision: 3',
    '# revised: 2026-03-01T09:30:00.000Z',
  ]);
  expect(lines[10]).toMatch(
    /^a,b,n11,n10,n01,n00,jaccard,overlapPairs,sharedCharacters,ochiai,logOdds,.*,atlasC,expected,p,q,marked,undefined$/,
  );
  expect(lines.slice(11, 14).map((line) => line.split(',').slice(0, 9).join(','))).toEqual([
    'a,m,3,1,2,40,0.5,4,12',
    'a,z,0,1,2,40,0,0,12',
    'm,z,3,1,2,40,0.6,0,12',
  ]);
  // Of the units with a, three of four also have m.
  expect(lines[11]!.split(',')[13]).toBe('0.75');
  expect(lines.slice(11, 14).map((line) => line.split(',').at(-1))).toEqual(['', '', '']);
  const [first, ...others] = block.pairs;
  const unused = { ...first!, n11: 0, n10: 0, jaccard: { undefined: 'never_used' as const } };
  const [row] = resultCsv(origin, [], cooccurrenceFigures({ ...block, pairs: [unused, ...others] }, names))
    .split('\r\n')
    .slice(11);
  expect(row).toMatch(/,jaccard: never_used; .*phi: never_used/);
});
