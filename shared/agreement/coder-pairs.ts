import type { RatingMatrix } from './ratings.ts';

/** The ratings of every two coders, in the order (0, 1), (0, 2) … (1, 2) …; units and missing ratings as they are. */
export function coderPairs(matrix: RatingMatrix): RatingMatrix[] {
  const pairs: RatingMatrix[] = [];
  for (let first = 0; first < matrix.coders; first += 1) {
    for (let second = first + 1; second < matrix.coders; second += 1) {
      const rows = matrix.rows.map(({ ratings, count }) => ({ ratings: [ratings[first]!, ratings[second]!], count }));
      pairs.push({ coders: 2, categories: matrix.categories, rows });
    }
  }
  return pairs;
}
