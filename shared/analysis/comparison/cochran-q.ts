import { chiSquareUpperTail } from '../../statistics/chi-square-distribution.ts';
import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import type { ChiSquare } from './chi-square.ts';
import { columnSums, type RepeatedMeasures, sizesOf } from './repeated-measures.ts';
import { exactRowP, tellingRows } from './row-permutation.ts';

export type CochranQ = ChiSquare & {
  readonly n: number;
  /** Respondents whose row is neither all 0 nor all 1: the only ones that say something. */
  readonly effectiveN: number;
  /** Respondents with a 1, condition by condition. */
  readonly columnTotals: readonly number[];
  /** Q / (n (k − 1)) with n counting all respondents, 0..1 (Serlin, Carr & Marascuilo 1982, Psychological Bulletin 92:786–790). */
  readonly etaSquared: number;
};

/**
 * Do the conditions differ in how many of the same respondents have the code? Rows of 0 and 1, a column for each
 * condition; Q = (k − 1)(k Σ G² − (Σ G)²) / (k Σ L − Σ L²), G column and L row totals, χ² with k − 1 degrees of freedom
 * (Cochran 1950, Biometrika 37:256–266). The p-value is for large samples. Undefined if every row is all 0 or all 1.
 *
 * @throws RangeError for anything but 0 and 1, or rows of different lengths.
 */
export function cochranQ(rows: RepeatedMeasures): CochranQ | NoStatistic {
  const sizes = binarySizes(rows);
  if ('undefined' in sizes) {
    return sizes;
  }
  const { n, k } = sizes;
  const effectiveN = tellingRows(rows).length;
  if (effectiveN === 0) {
    return { undefined: 'all_tied' };
  }
  const columnTotals = columnSums(rows, k);
  const rowTotals = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const total = rowTotals.reduce((sum, value) => sum + value, 0);
  const between = k * columnTotals.reduce((sum, value) => sum + value * value, 0) - total * total;
  const within = k * total - rowTotals.reduce((sum, value) => sum + value * value, 0);
  const statistic = ((k - 1) * between) / within;
  const degreesOfFreedom = k - 1;
  return {
    n,
    effectiveN,
    columnTotals,
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    etaSquared: statistic / (n * (k - 1)),
  };
}

/** The exact p-value of Cochran's Q, for up to about 25 telling respondents; see `exactRowP`. */
export function exactCochranP(rows: RepeatedMeasures): Statistic {
  const sizes = binarySizes(rows);
  return 'undefined' in sizes ? sizes : exactRowP(rows);
}

function binarySizes(rows: RepeatedMeasures): ReturnType<typeof sizesOf> {
  if (rows.some((row) => row.some((value) => value !== 0 && value !== 1))) {
    throw new RangeError('Cochran’s Q compares zeros and ones');
  }
  return sizesOf(rows);
}
