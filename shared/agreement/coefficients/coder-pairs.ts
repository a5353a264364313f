import type { RatingMatrix } from './ratings.ts';

/** The numbers of every two coders, in the order (0, 1), (0, 2) … (1, 2) …. */
export function coderPairNumbers(coders: number): (readonly [first: number, second: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let first = 0; first < coders; first += 1) {
    for (let second = first + 1; second < coders; second += 1) {
      pairs.push([first, second]);
    }
  }
  return pairs;
}

/** The ratings of every two coders, in the same order; units and missing ratings as they are. */
export function coderPairs(matrix: RatingMatrix): RatingMatrix[] {
  return coderPairNumbers(matrix.coders).map(([first, second]) => ({
    coders: 2,
    categories: matrix.categories,
    rows: matrix.rows.map(({ ratings, count }) => ({ ratings: [ratings[first]!, ratings[second]!], count })),
  }));
}
