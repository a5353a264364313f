import type { Statistic } from '../../statistics/statistic.ts';

/** What ATLAS.ti's c is made of: codings with each code, and pairs of codings that overlap. */
export type PairCounts = { readonly first: number; readonly second: number; readonly overlapping: number };

/**
 * ATLAS.ti's c = n12 / (n1 + n2 − n12), counted over codings, for comparison only. It exceeds 1 when one coding overlaps
 * several of the other code, and then means nothing: it is not cut off. Undefined if neither code is used, and if the
 * denominator is not positive.
 */
export function atlasC({ first, second, overlapping }: PairCounts): Statistic {
  const denominator = first + second - overlapping;
  if (first + second === 0) {
    return { undefined: 'never_used' };
  }
  return denominator > 0 ? { value: overlapping / denominator } : { undefined: 'zero_margin' };
}
