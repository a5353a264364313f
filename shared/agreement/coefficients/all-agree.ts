import type { Measure } from '../../statistics/measure.ts';
import { missingGround } from './chance-corrected.ts';
import { type RatingMatrix, ratingTotal } from './ratings.ts';

/**
 * Share of the units judged by two coders or more on which all of them agree, 0..1: another number than percent
 * agreement when there are more than two coders. With `values`, the numbers the categories stand for, ratings that lie
 * no more than `tolerance` apart count as agreeing.
 */
export function allAgree(matrix: RatingMatrix, values: readonly number[] = [], tolerance = 0): Measure {
  const reason = missingGround(matrix);
  if (reason !== null) {
    return { undefined: reason };
  }
  let units = 0;
  let agreed = 0;
  for (const row of matrix.rows) {
    if (ratingTotal(row) >= 2) {
      const chosen = row.ratings.flatMap((rating) => (rating === null ? [] : [values[rating] ?? rating]));
      units += row.count;
      agreed += Math.max(...chosen) - Math.min(...chosen) <= tolerance ? row.count : 0;
    }
  }
  return { value: agreed / units };
}
