import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fisherExact } from '../../shared/analysis/association/fisher-exact.ts';
import { phi } from '../../shared/analysis/association/phi.ts';
import { pearsonChiSquare } from '../../shared/analysis/comparison/chi-square.ts';
import { cochranQ, exactCochranP } from '../../shared/analysis/comparison/cochran-q.ts';
import { conover } from '../../shared/analysis/comparison/conover.ts';
import type { ContingencyTable } from '../../shared/analysis/comparison/contingency.ts';
import { biasCorrectedV, cramersV } from '../../shared/analysis/comparison/cramers-v.ts';
import { drawnTableP } from '../../shared/analysis/comparison/drawn-table-test.ts';
import { exactTableP } from '../../shared/analysis/comparison/exact-table-test.ts';
import { exactFriedmanP, friedman } from '../../shared/analysis/comparison/friedman.ts';
import { mcNemar } from '../../shared/analysis/comparison/mcnemar.ts';
import { signedRank } from '../../shared/analysis/comparison/signed-rank.ts';
import type { TableOrder } from '../../shared/analysis/comparison/table-orders.ts';
import { logFactorials } from '../../shared/statistics/log-factorials.ts';
import { randomFrom } from '../../shared/statistics/random.ts';

function tables(rows: number, columns: number, max: number): fc.Arbitrary<number[][]> {
  const row = fc.array(fc.nat({ max }), { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

const smallTable = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) => tables(rows, columns, 3));

function rowsOf(value: fc.Arbitrary<number>, mostRows: number): fc.Arbitrary<number[][]> {
  return fc
    .integer({ min: 2, max: 4 })
    .chain((k) => fc.array(fc.array(value, { minLength: k, maxLength: k }), { minLength: 1, maxLength: mostRows }));
}

/** Every table with these margins. */
function* tablesWith(rowTotals: readonly number[], columnTotals: readonly number[]): Generator<number[][]> {
  const [total, ...others] = rowTotals;
  if (total === undefined) {
    yield [];
    return;
  }
  for (const row of others.length === 0 ? [[...columnTotals]] : rowsWith(total, columnTotals)) {
    const left = columnTotals.map((column, j) => column - row[j]!);
    for (const rest of tablesWith(others, left)) {
      yield [row, ...rest];
    }
  }
}

function* rowsWith(total: number, most: readonly number[]): Generator<number[]> {
  const [first, ...others] = most;
  if (first === undefined) {
    if (total === 0) {
      yield [];
    }
    return;
  }
  for (let count = 0; count <= Math.min(first, total); count += 1) {
    for (const rest of rowsWith(total - count, others)) {
      yield [count, ...rest];
    }
  }
}

function bruteForce(table: ContingencyTable, order: TableOrder): number | string {
  const chi = pearsonChiSquare(table);
  if ('undefined' in chi) {
    return chi.undefined;
  }
  const logs = logFactorials(chi.n);
  const rowTotals = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const logOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + logs[count]!, 0);
  const constant = logOf(rowTotals) + logOf(columnTotals) - logs[chi.n]!;
  const probabilityOf = (one: ContingencyTable): number => Math.exp(constant - logOf(one.flat()));
  const statisticOf = (one: ContingencyTable): number => {
    const test = pearsonChiSquare(one);
    return 'undefined' in test ? Number.NaN : test.statistic;
  };
  const observed = probabilityOf(table);
  let p = 0;
  for (const one of tablesWith(rowTotals, columnTotals)) {
    const probability = probabilityOf(one);
    const extreme =
      order === 'probability' ? probability <= observed * (1 + 1e-7) : statisticOf(one) >= chi.statistic - 1e-9;
    p += extreme ? probability : 0;
  }
  return p;
}

/** Every order of a row, equal ones as often as they come. */
function permutations(row: readonly number[]): number[][] {
  return row.length < 2
    ? [[...row]]
    : row.flatMap((value, place) => permutations(row.toSpliced(place, 1)).map((rest) => [value, ...rest]));
}

function statisticShare(
  rows: number[][],
  statisticOf: (rows: number[][]) => { statistic: number } | { undefined: string },
): number | string {
  const observed = statisticOf(rows);
  if ('undefined' in observed) {
    return observed.undefined;
  }
  let all: number[][][] = [[]];
  for (const row of rows) {
    all = all.flatMap((before) => permutations(row).map((order) => [...before, order]));
  }
  const extreme = all.filter((one) => {
    const test = statisticOf(one);
    return 'statistic' in test && test.statistic >= observed.statistic - 1e-9;
  });
  return extreme.length / all.length;
}

function numberOf(statistic: { readonly value: number } | { readonly undefined: string }): number | string {
  return 'undefined' in statistic ? statistic.undefined : statistic.value;
}

function close(value: number | string): unknown {
  return typeof value === 'string' ? value : expect.closeTo(value, 9);
}

describe('tables', () => {
  test.each(['probability', 'chi_square'] as const)('exact %s is what going through every table gives', (order) => {
    fc.assert(
      fc.property(smallTable, (table) => {
        expect(numberOf(exactTableP(table, order))).toEqual(close(bruteForce(table, order)));
      }),
      { numRuns: 60 },
    );
  });

  test('2×2: Fisher–Freeman–Halton is Fisher, V is |φ|', () => {
    fc.assert(
      fc.property(tables(2, 2, 20), (table) => {
        const [[n11, n10], [n01, n00]] = table as [[number, number], [number, number]];
        const cells = { n11, n10, n01, n00 };
        const exact = exactTableP(table, 'probability');
        const fisher = fisherExact(cells);
        if ('undefined' in exact || 'undefined' in fisher) {
          return;
        }
        expect(exact.value).toBeCloseTo(fisher.twoSided, 9);
        const correlation = phi(cells);
        expect(numberOf(cramersV(table))).toBeCloseTo(
          'undefined' in correlation ? Number.NaN : Math.abs(correlation.value),
          9,
        );
      }),
    );
  });

  test('V stays within 0 … 1, residuals add up, turning the table changes nothing', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const chi = pearsonChiSquare(table);
        if ('undefined' in chi) {
          return;
        }
        for (const v of [cramersV(table), biasCorrectedV(table)]) {
          expect('undefined' in v || (v.value >= 0 && v.value <= 1)).toBe(true);
        }
        const squares = chi.pearsonResiduals.flat().reduce((sum, residual) => sum + residual ** 2, 0);
        expect(squares).toBeCloseTo(chi.statistic, 9);
        const turned = table[0]!.map((_, j) => table.map((row) => row[j]!));
        expect(pearsonChiSquare(turned)).toMatchObject({ statistic: expect.closeTo(chi.statistic, 9) });
        const p = numberOf(exactTableP(table, 'chi_square'));
        expect(numberOf(exactTableP(turned, 'chi_square'))).toEqual(close(p));
      }),
      { numRuns: 60 },
    );
  });

  test('drawn p-values are at least 1 / (draws + 1) and near the exact ones', () => {
    fc.assert(
      fc.property(smallTable, fc.nat(), (table, seed) => {
        const exact = exactTableP(table, 'chi_square');
        const run = drawnTableP(table, 'chi_square', { draws: 999, seed });
        let step = run.next();
        while (step.done !== true) {
          step = run.next();
        }
        if ('undefined' in step.value || 'undefined' in exact) {
          expect(step.value).toEqual(exact);
          return;
        }
        expect(step.value.p).toBeGreaterThanOrEqual(1 / 1_000);
        // Six standard errors of the worst case.
        expect(Math.abs(step.value.p - exact.value)).toBeLessThan(0.1);
      }),
      { numRuns: 40 },
    );
  });

  test('under the null the exact p falls below a limit no more often than the limit says', () => {
    const random = randomFrom(6);
    const runs = 500;
    const p = Array.from({ length: runs }, () => {
      const table = [
        [0, 0, 0],
        [0, 0, 0],
      ];
      for (let unit = 0; unit < 40; unit += 1) {
        table[random.below(2)]![random.below(3)]! += 1;
      }
      const exact = exactTableP(table, 'chi_square');
      return 'undefined' in exact ? 1 : exact.value;
    });
    for (const limit of [0.05, 0.1, 0.25, 0.5]) {
      const below = p.filter((value) => value <= limit).length / runs;
      const slack = 3 * Math.sqrt((limit * (1 - limit)) / runs);
      expect(below).toBeLessThan(limit + slack);
      expect(below).toBeGreaterThan(limit / 2 - slack);
    }
  });
});

describe('conditions within respondents', () => {
  test('exact p of Q and of Friedman are what going through every order gives', () => {
    fc.assert(
      fc.property(rowsOf(fc.nat({ max: 1 }), 3), rowsOf(fc.nat({ max: 3 }), 3), (binary, counts) => {
        expect(numberOf(exactCochranP(binary))).toEqual(close(statisticShare(binary, cochranQ)));
        expect(numberOf(exactFriedmanP(counts))).toEqual(close(statisticShare(counts, friedman)));
      }),
      { numRuns: 25 },
    );
  });

  test('Q is Friedman’s statistic of zeros and ones; effect sizes stay within 0 … 1', () => {
    fc.assert(
      fc.property(rowsOf(fc.nat({ max: 1 }), 12), (rows) => {
        const q = cochranQ(rows);
        const ranked = friedman(rows);
        if ('undefined' in q || 'undefined' in ranked) {
          expect(q).toEqual(ranked);
          return;
        }
        expect(q.statistic).toBeCloseTo(ranked.statistic, 9);
        expect(q.etaSquared).toBeGreaterThanOrEqual(0);
        expect(q.etaSquared).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('nothing depends on the order of respondents or of conditions, or on the scale of the figures', () => {
    fc.assert(
      fc.property(rowsOf(fc.nat({ max: 5 }), 8), (rows) => {
        const one = friedman(rows);
        const other = friedman(rows.toReversed().map((row) => row.toReversed().map((value) => 3 * value ** 3 + 1)));
        expect('undefined' in other ? other.undefined : other.statistic).toEqual(
          close('undefined' in one ? one.undefined : one.statistic),
        );
        const pairs = conover(rows);
        for (const { p, holmP } of 'undefined' in pairs ? [] : pairs.pairs) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(holmP).toBeGreaterThanOrEqual(p);
          expect(holmP).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('McNemar turned round', () => {
    const count = fc.nat({ max: 15 });
    const counts = fc.record({ both: count, onlyFirst: count, onlySecond: count, neither: count });
    fc.assert(
      fc.property(counts, (paired) => {
        const one = mcNemar(paired);
        const other = mcNemar({ ...paired, onlyFirst: paired.onlySecond, onlySecond: paired.onlyFirst });
        expect([other.exactP, other.midP]).toEqual([one.exactP, one.midP]);
        expect(one.midP).toBeLessThanOrEqual(one.exactP);
        expect(one.midP).toBeGreaterThan(0);
        if (!('undefined' in one.difference) && !('undefined' in other.difference)) {
          expect(one.difference.value).toBeCloseTo(-other.difference.value, 12);
          expect(one.difference.interval.low).toBeCloseTo(-other.difference.interval.high, 12);
        }
      }),
    );
  });

  test('signed ranks of the pairs turned round add up to all ranks', () => {
    const pairs = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, (values) => {
        const first = values.map(([value]) => value);
        const second = values.map(([, value]) => value);
        const one = signedRank(first, second);
        const other = signedRank(second, first);
        if ('undefined' in one || 'undefined' in other) {
          expect(one).toEqual(other);
          return;
        }
        expect(one.v + other.v).toBeCloseTo((one.n * (one.n + 1)) / 2, 9);
        expect(one.p).toBeCloseTo(other.p, 12);
      }),
    );
  });
});
