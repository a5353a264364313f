import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestAssignment } from '../../shared/statistics/assignment.ts';
import { largestMatching } from '../../shared/statistics/matching.ts';
import { cheapestPartition } from '../../shared/statistics/set-partition.ts';

/** All ways to give every row a column of its own. */
function injections(rows: number, columns: number, taken: readonly number[] = []): number[][] {
  if (taken.length === rows) {
    return [[...taken]];
  }
  return Array.from({ length: columns }, (_, column) => column)
    .filter((column) => !taken.includes(column))
    .flatMap((column) => injections(rows, columns, [...taken, column]));
}

const cost = fc.integer({ min: -5, max: 9 });
const costs = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .chain(([rows, more]) =>
    fc.array(fc.array(cost, { minLength: rows + more, maxLength: rows + more }), { minLength: rows, maxLength: rows }),
  );

test('no assignment is cheaper than the one found', () => {
  fc.assert(
    fc.property(costs, (matrix) => {
      const priceOf = (columns: readonly number[]): number =>
        columns.reduce((sum, column, row) => sum + matrix[row]![column]!, 0);
      const found = cheapestAssignment(matrix);
      expect(new Set(found).size).toBe(matrix.length);
      expect(priceOf(found)).toBe(Math.min(...injections(matrix.length, matrix[0]!.length).map(priceOf)));
    }),
  );
});

function mostPairs(candidates: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = candidates;
  if (first === undefined) {
    return 0;
  }
  const paired = first
    .filter((right) => !taken.has(right))
    .map((right) => 1 + mostPairs(rest, new Set([...taken, right])));
  return Math.max(mostPairs(rest, taken), ...paired);
}

test('no matching has more pairs than the one found', () => {
  const candidates = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(candidates, (lists) => {
      expect(largestMatching(lists, 5)).toBe(mostPairs(lists));
    }),
  );
});

const ELEMENTS = 6;
const parts = fc
  .array(
    fc.record({
      members: fc.uniqueArray(fc.nat(ELEMENTS - 1), { minLength: 2, maxLength: 4 }),
      cost: fc.integer({ min: 0, max: 30 }),
    }),
    { maxLength: 14 },
  )
  .chain((several) =>
    fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: ELEMENTS, maxLength: ELEMENTS })
      .map((alone) => [...several, ...alone.map((price, element) => ({ members: [element], cost: price }))]),
  );

function cheapest(list: readonly { members: number[]; cost: number }[], held: ReadonlySet<number>): number {
  const element = Array.from({ length: ELEMENTS }, (_, each) => each).find((each) => !held.has(each));
  if (element === undefined) {
    return 0;
  }
  const fitting = list.filter(
    ({ members }) => members.includes(element) && members.every((member) => !held.has(member)),
  );
  return Math.min(...fitting.map((part) => part.cost + cheapest(list, new Set([...held, ...part.members]))));
}

test('no partition is cheaper than the one found, and a search cut short knows how far off it may be', () => {
  fc.assert(
    fc.property(parts, (list) => {
      const best = cheapest(list, new Set());
      const whole = cheapestPartition(ELEMENTS, list, 1000);
      expect(whole.exact).toBe(true);
      expect(whole.cost).toBeCloseTo(best, 9);
      const short = cheapestPartition(ELEMENTS, list, 1);
      for (const found of [whole, short]) {
        expect(found.parts.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
        expect(found.bound).toBeLessThanOrEqual(best + 1e-9);
        expect(found.cost).toBeGreaterThanOrEqual(best - 1e-9);
        expect(!found.exact || found.cost <= best + 1e-9).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
