import { chiSquareUpperTail } from '../../statistics/chi-square-distribution.ts';
import { fUpperTail } from '../../statistics/f-distribution.ts';
import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import type { ChiSquare } from './chi-square.ts';
import { doubledRanks } from './mid-ranks.ts';
import { columnSums, type RepeatedMeasures, sizesOf } from './repeated-measures.ts';
import { exactRowP } from './row-permutation.ts';

/** An F statistic, its degrees of freedom and the probability of one as large. */
export type FTest = {
  readonly statistic: number;
  readonly numeratorDf: number;
  readonly denominatorDf: number;
  readonly p: number;
};

export type Friedman = ChiSquare & {
  readonly n: number;
  readonly k: number;
  /** Sum of the ranks of each condition, ties sharing theirs. */
  readonly rankSums: readonly number[];
  /** Sum of all squared ranks: A₁ of Conover 1999. */
  readonly rankSquares: number;
  /** Kendall's W, 0..1: how alike the respondents order the conditions. */
  readonly w: number;
  /** (n − 1) T / (n (k − 1) − T): better for few respondents. */
  readonly imanDavenport: FTest | NoStatistic;
};

/**
 * Do conditions differ in counts or ratings by the same respondents? Ranks within respondents, ties sharing theirs:
 * T = (k − 1) Σ (R_j − n (k + 1) / 2)² / (A₁ − n k (k + 1)² / 4), χ² with k − 1 degrees of freedom (Friedman 1937,
 * Journal of the American Statistical Association 32:675–701; with ties Conover 1999, Practical Nonparametric
 * Statistics, 5.8). F: Iman & Davenport 1980, Communications in Statistics A 9:571–595. W = T / (n (k − 1)): Kendall &
 * Babington Smith 1939, Annals of Mathematical Statistics 10:275–287, tie-corrected. Undefined if every respondent gives
 * all conditions the same; the F also if all of them order the conditions identically (0 in the denominator).
 *
 * @throws RangeError for rows of different lengths or a figure that is no number.
 */
export function friedman(rows: RepeatedMeasures): Friedman | NoStatistic {
  const sizes = sizesOf(rows);
  if ('undefined' in sizes) {
    return sizes;
  }
  const { n, k } = sizes;
  const ranks = rows.map((row) => doubledRanks(row));
  const rankSums = columnSums(ranks, k).map((sum) => sum / 2);
  const rankSquares = ranks.flat().reduce((sum, rank) => sum + rank * rank, 0) / 4;
  const spread = rankSquares - (n * k * (k + 1) ** 2) / 4;
  if (spread === 0) {
    return { undefined: 'all_tied' };
  }
  const middle = (n * (k + 1)) / 2;
  const statistic = ((k - 1) * rankSums.reduce((sum, rank) => sum + (rank - middle) ** 2, 0)) / spread;
  const degreesOfFreedom = k - 1;
  return {
    n,
    k,
    rankSums,
    rankSquares,
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    w: Math.min(1, statistic / (n * (k - 1))),
    imanDavenport: imanDavenport(statistic, n, k),
  };
}

function imanDavenport(statistic: number, n: number, k: number): FTest | NoStatistic {
  const left = n * (k - 1) - statistic;
  if (n < 2) {
    return { undefined: 'too_few_units' };
  }
  // T reaches n (k − 1) up to rounding when all order the conditions identically.
  if (left <= 1e-9 * n * k) {
    return { undefined: 'identical_order' };
  }
  const f = ((n - 1) * statistic) / left;
  const denominatorDf = (n - 1) * (k - 1);
  return { statistic: f, numeratorDf: k - 1, denominatorDf, p: fUpperTail(f, k - 1, denominatorDf) };
}

/** Kendall's W alone, tie-corrected, 0..1. Undefined as Friedman's statistic. */
export function kendallW(rows: RepeatedMeasures): Statistic {
  const test = friedman(rows);
  return 'undefined' in test ? test : { value: test.w };
}

/** The exact p-value of Friedman's statistic, for few respondents and conditions; see `exactRowP`. */
export function exactFriedmanP(rows: RepeatedMeasures): Statistic {
  const sizes = sizesOf(rows);
  return 'undefined' in sizes ? sizes : exactRowP(rows.map((row) => doubledRanks(row)));
}
