import { holm } from '../../statistics/adjusted-p.ts';
import { studentTTwoSided } from '../../statistics/f-distribution.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import { friedman } from './friedman.ts';
import { conditionPairs, type RepeatedMeasures } from './repeated-measures.ts';

/** Two conditions i < j compared. */
export type ConoverPair = {
  readonly i: number;
  readonly j: number;
  readonly t: number;
  readonly p: number;
  readonly holmP: number;
};

export type Conover = { readonly degreesOfFreedom: number; readonly pairs: readonly ConoverPair[] };

/**
 * Which conditions differ, after a significant Friedman test: t = |R_i − R_j| / √(2 (n A₁ − Σ R²) / ((n − 1)(k − 1))),
 * Student t with (n − 1)(k − 1) degrees of freedom, two-sided, adjusted by Holm over all pairs (Conover 1999, Practical
 * Nonparametric Statistics, 5.8). Undefined as Friedman's statistic, with one respondent, and if all respondents order
 * the conditions identically.
 */
export function conover(rows: RepeatedMeasures): Conover | NoStatistic {
  const test = friedman(rows);
  if ('undefined' in test) {
    return test;
  }
  if ('undefined' in test.imanDavenport) {
    return test.imanDavenport;
  }
  const { n, k, rankSums, rankSquares } = test;
  const degreesOfFreedom = (n - 1) * (k - 1);
  const left = n * rankSquares - rankSums.reduce((sum, rank) => sum + rank * rank, 0);
  const error = Math.sqrt((2 * left) / degreesOfFreedom);
  const compared = conditionPairs(k).map(({ i, j }) => {
    const t = Math.abs(rankSums[i]! - rankSums[j]!) / error;
    return { i, j, t, p: studentTTwoSided(t, degreesOfFreedom) };
  });
  const adjusted = holm(compared.map(({ p }) => p));
  return { degreesOfFreedom, pairs: compared.map((pair, place) => ({ ...pair, holmP: adjusted.values[place]! })) };
}
