import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSorting, sortedRows } from '../../../renderer/features/results/sorting.ts';

const byPlainOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

describe('sortedRows', () => {
  test('numbers both ways, undefined ones last both times', () => {
    const rows = [{ v: 2 }, { v: null }, { v: -1 }, { v: 10 }];
    expect(sortedRows(rows, (row) => row.v, 'ascending', byPlainOrder).map((row) => row.v)).toEqual([-1, 2, 10, null]);
    expect(sortedRows(rows, (row) => row.v, 'descending', byPlainOrder).map((row) => row.v)).toEqual([10, 2, -1, null]);
  });

  test('texts go by the comparison given', () => {
    const compare = new Intl.Collator('en').compare;
    expect(sortedRows(['b', 'Á', 'a'], (row) => row, 'ascending', compare)).toEqual(['a', 'Á', 'b']);
  });

  test('equal rows keep their order and the input is left alone', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.integer({ min: 0, max: 3 }), place: fc.nat() })), (rows) => {
        const before = [...rows];
        const sorted = sortedRows(rows, (row) => row.key, 'descending', byPlainOrder);
        expect(rows).toEqual(before);
        for (const key of [0, 1, 2, 3])
          expect(sorted.filter((row) => row.key === key)).toEqual(rows.filter((row) => row.key === key));
        expect(sorted.map((row) => row.key)).toEqual(rows.map((row) => row.key).toSorted((a, b) => b - a));
      }),
    );
  });
});

test('a head chosen again turns the order round, another one starts in its own', () => {
  const byAlpha = { column: 'alpha', direction: 'ascending' } as const;
  expect(nextSorting<string>(byAlpha, 'alpha', 'ascending')).toEqual({ column: 'alpha', direction: 'descending' });
  expect(nextSorting<string>(byAlpha, 'both', 'descending')).toEqual({ column: 'both', direction: 'descending' });
});
