import { normalTwoSided } from '../../statistics/chi-square-distribution.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import { doubledRanks } from './mid-ranks.ts';

export type SignedRank = {
  /** Sum of the ranks of the positive differences. */
  readonly v: number;
  /** Pairs that differ: the only ones ranked. */
  readonly n: number;
  readonly p: number;
};

/**
 * Wilcoxon's signed-rank test of paired figures (Wilcoxon 1945, Biometrics Bulletin 1:80–83): differences of 0 are left
 * out, ties share ranks, the two-sided p is from the normal distribution with the variance corrected for ties and
 * without continuity correction. Undefined if no pair differs.
 *
 * @throws RangeError if there are not as many first as second figures.
 */
export function signedRank(first: readonly number[], second: readonly number[]): SignedRank | NoStatistic {
  if (first.length !== second.length) {
    throw new RangeError('paired figures come in pairs');
  }
  const differences = first.map((value, place) => value - second[place]!).filter((difference) => difference !== 0);
  const n = differences.length;
  if (n === 0) {
    return { undefined: first.length === 0 ? 'no_units' : 'no_discordant_pairs' };
  }
  const ranks = doubledRanks(differences.map((difference) => Math.abs(difference))).map((rank) => rank / 2);
  const v = ranks.reduce((sum, rank, place) => (differences[place]! > 0 ? sum + rank : sum), 0);
  // The variance under the null is a quarter of Σ rank², which holds with ties as well.
  const variance = ranks.reduce((sum, rank) => sum + rank * rank, 0) / 4;
  return { v, n, p: normalTwoSided((v - (n * (n + 1)) / 4) / Math.sqrt(variance)) };
}
