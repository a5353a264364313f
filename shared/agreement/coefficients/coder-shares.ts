import type { RatingMatrix } from './ratings.ts';

/** How often one coder chose each category, as shares of the units this coder judged. */
export type CoderShares = { readonly coder: number; readonly units: number; readonly shares: Float64Array };

/** The shares of every coder who judged anything. */
export function coderShares(matrix: RatingMatrix): CoderShares[] {
  const counts = Array.from({ length: matrix.coders }, () => new Float64Array(matrix.categories));
  for (const { ratings, count } of matrix.rows) {
    for (const [coder, category] of ratings.entries()) {
      if (category !== null) {
        counts[coder]![category]! += count;
      }
    }
  }
  return counts.flatMap((ofCoder, coder) => {
    const units = ofCoder.reduce((sum, count) => sum + count, 0);
    return units > 0 ? [{ coder, units, shares: ofCoder.map((count) => count / units) }] : [];
  });
}
