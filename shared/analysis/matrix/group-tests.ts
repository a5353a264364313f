import { type Interval, percentileInterval } from '../../statistics/interval.ts';
import { randomFrom } from '../../statistics/random.ts';
import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import type { DrawSettings } from '../association/permutation-test.ts';
import { type CochranRule, pearsonChiSquare } from '../comparison/chi-square.ts';
import type { ContingencyTable } from '../comparison/contingency.ts';
import { biasCorrectedV } from '../comparison/cramers-v.ts';
import { drawnTableP } from '../comparison/drawn-table-test.ts';
import { exactTableP } from '../comparison/exact-table-test.ts';
import type { TableOrder } from '../comparison/table-orders.ts';
import { type FreeP, fewRespondents } from './row-tests.ts';

export type GroupTests = {
  readonly n: number;
  /** Columns or rows that add up to 0, left out of the test: their places. */
  readonly emptyRows: readonly number[];
  readonly emptyColumns: readonly number[];
  readonly test:
    | {
        readonly chiSquare: number;
        readonly degreesOfFreedom: number;
        /** Bias-corrected Cramér's V and its 95 % interval, percentile bootstrap over what is counted. */
        readonly v: Statistic;
        readonly interval: Interval;
        /** Of all tables with these totals, those with a χ² as large: the permutation test. */
        readonly permutation: FreeP;
        /** Those no more probable: Fisher–Freeman–Halton. */
        readonly fisher: FreeP;
        /** `too_few_units` where Cochran's rule does not hold or fewer than 20 are counted. */
        readonly asymptotic: Statistic;
        readonly cochran: CochranRule;
        /** Beyond ±2 a cell stands out; rows and columns that add up to 0 have none. */
        readonly residuals: ContingencyTable;
      }
    | NoStatistic;
};

const resamples = 2_000;
/** Half tables gone through before a p-value is drawn instead: well under a second. */
const mostHalves = 200_000;

function* freeP(table: ContingencyTable, order: TableOrder, settings: DrawSettings): Generator<number, FreeP> {
  const exact = exactTableP(table, order, mostHalves);
  if ('value' in exact) return { kind: 'exact', p: exact.value };
  if (exact.undefined !== 'too_large') return exact;
  const drawn = yield* drawnTableP(table, order, settings);
  if ('undefined' in drawn) return drawn;
  const { p, standardError, draws } = drawn;
  return { kind: 'drawn', p, standardError, draws };
}

/** Draws tables of as many units from the one there is, cell by cell in proportion. */
function bootstrapV(table: ContingencyTable, n: number, seed: number): Interval {
  if (n < 2) return { undefined: 'too_few_units' };
  const random = randomFrom(seed);
  const cells = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
  );
  const values: number[] = [];
  for (let draw = 0; draw < resamples; draw += 1) {
    const drawn = table.map((row) => row.map(() => 0));
    for (let unit = 0; unit < n; unit += 1) {
      const [i, j] = cells[random.below(n)]!;
      drawn[i]![j]! += 1;
    }
    const v = biasCorrectedV(drawn);
    if ('value' in v) values.push(v.value);
  }
  return values.length < 2
    ? { undefined: 'too_few_units' }
    : percentileInterval(
        values.sort((a, b) => a - b),
        0.95,
      );
}

/**
 * The tests of a table of counts: groups of different respondents × has the code or not, or codes × conditions counted in
 * passages. Rows and columns that add up to 0 are left out first and told.
 *
 * Yields now and then, so that a caller may stop; returns the result.
 */
export function* groupTests(table: ContingencyTable, settings: DrawSettings): Generator<number, GroupTests> {
  const width = table[0]?.length ?? 0;
  const emptyRows = table.flatMap((row, place) => (row.every((count) => count === 0) ? [place] : []));
  const emptyColumns = Array.from({ length: width }, (_, place) => place).filter((place) =>
    table.every((row) => row[place] === 0),
  );
  const kept = table
    .filter((_, place) => !emptyRows.includes(place))
    .map((row) => row.filter((_, place) => !emptyColumns.includes(place)));
  const n = kept.flat().reduce((sum, count) => sum + count, 0);
  const chi = pearsonChiSquare(kept);
  if ('undefined' in chi) return { n, emptyRows, emptyColumns, test: chi };
  const permutation = yield* freeP(kept, 'chi_square', settings);
  const fisher = yield* freeP(kept, 'probability', settings);
  return {
    n,
    emptyRows,
    emptyColumns,
    test: {
      chiSquare: chi.statistic,
      degreesOfFreedom: chi.degreesOfFreedom,
      v: biasCorrectedV(kept),
      interval: bootstrapV(kept, n, settings.seed),
      permutation,
      fisher,
      asymptotic: chi.cochran.holds && n >= fewRespondents ? { value: chi.p } : { undefined: 'too_few_units' },
      cochran: chi.cochran,
      residuals: chi.adjustedResiduals,
    },
  };
}
