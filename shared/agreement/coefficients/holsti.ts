import type { Measure } from '../../statistics/measure.ts';
import { coderPairs } from './coder-pairs.ts';
import { ratingTotal, type RatingMatrix } from './ratings.ts';

/**
 * Holsti's coefficient of reliability (Holsti 1969, Content Analysis for the Social Sciences and Humanities): 2M /
 * (N₁ + N₂), M the units two coders judged alike, N₁ and N₂ the units each of them judged; for more coders the mean
 * over pairs. With complete data it is percent agreement. Not corrected for chance. A pair without any judgement is
 * left out of the mean.
 */
export function holsti(matrix: RatingMatrix): Measure {
  const ratios = coderPairs(matrix).flatMap((pair) => {
    let alike = 0;
    let decisions = 0;
    for (const row of pair.rows) {
      const [first, second] = row.ratings;
      alike += first !== null && first === second ? row.count : 0;
      decisions += ratingTotal(row) * row.count;
    }
    return decisions > 0 ? [(2 * alike) / decisions] : [];
  });
  return ratios.length > 0
    ? { value: ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length }
    : { undefined: matrix.rows.length > 0 ? 'no_pairable_values' : 'no_units' };
}
