import type { UndefinedReason } from '../../statistics/measure.ts';
import { missingGround } from './chance-corrected.ts';
import { categoryCounts, type RatingMatrix, ratingTotal } from './ratings.ts';

/**
 * Alpha with what it is made of: observed and expected disagreement, and the number of pairable values (ratings of
 * units that at least two coders judged).
 */
export type KrippendorffAlpha =
  | {
      readonly value: number;
      readonly observedDisagreement: number;
      readonly expectedDisagreement: number;
      readonly pairableValues: number;
    }
  | { readonly undefined: UndefinedReason };

/** Squared difference between the categories numbered c and k, given how often each category was used (n_c). */
export type SquaredDifference = (c: number, k: number, valueCounts: Float64Array) => number;

/** Nominal: 1 between different categories. */
export const differs: SquaredDifference = (c, k) => (c === k ? 0 : 1);

/**
 * Krippendorff's alpha for any number of coders, with missing ratings: 1 − D_o / D_e over the coincidences of values
 * within units (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, sections A–E; 2019, Content Analysis,
 * ch. 12.3). Units judged by one coder hold no pair and drop out. Nominal unless another difference is given.
 *
 * Undefined without a unit that two coders judged, and when all pairable values are the same (0/0, never 1).
 */
export function krippendorffAlpha(
  matrix: RatingMatrix,
  squaredDifference: SquaredDifference = differs,
): KrippendorffAlpha {
  const reason = missingGround(matrix);
  if (reason !== null) {
    return { undefined: reason };
  }
  const { categories } = matrix;
  const coincidences = new Float64Array(categories * categories);
  const valueCounts = new Float64Array(categories);
  for (const row of matrix.rows) {
    const total = ratingTotal(row);
    if (total >= 2) {
      const counts = categoryCounts(row, categories);
      for (let c = 0; c < categories; c += 1) {
        valueCounts[c]! += row.count * counts[c]!;
        for (let k = 0; k < categories && counts[c]! > 0; k += 1) {
          const pairs = counts[c]! * (counts[k]! - (c === k ? 1 : 0));
          coincidences[c * categories + k]! += (row.count * pairs) / (total - 1);
        }
      }
    }
  }
  if (valueCounts.filter((count) => count > 0).length <= 1) {
    return { undefined: 'no_variation' };
  }

  const n = valueCounts.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < categories; c += 1) {
    for (let k = 0; k < categories; k += 1) {
      // A category nobody used has no place in the data, and some differences are not defined for it.
      if (c !== k && valueCounts[c]! > 0 && valueCounts[k]! > 0) {
        const difference = squaredDifference(c, k, valueCounts);
        observed += coincidences[c * categories + k]! * difference;
        expected += valueCounts[c]! * valueCounts[k]! * difference;
      }
    }
  }
  return {
    value: 1 - ((n - 1) * observed) / expected,
    observedDisagreement: observed / n,
    expectedDisagreement: expected / (n * (n - 1)),
    pairableValues: n,
  };
}
