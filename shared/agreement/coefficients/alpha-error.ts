import { type ErrorEstimate, errorEstimate } from '../../statistics/standard-error.ts';
import { agreeingPairs } from './chance-corrected.ts';
import { differs, krippendorffAlpha, type SquaredDifference } from './krippendorff-alpha.ts';
import { categoryCounts, pairableRatings, type RatingMatrix, ratingTotal } from './ratings.ts';

/**
 * Standard error of Krippendorff's alpha from the units (Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.,
 * ch. 5), with his form of alpha: agreement weights 1 − δ² / max δ², shares of categories relative to the mean number
 * of ratings r̄ per unit, over the units at least two coders judged. What `unit-errors` says of independence holds
 * here too.
 */
export function krippendorffError(matrix: RatingMatrix, squaredDifference: SquaredDifference = differs): ErrorEstimate {
  const alpha = krippendorffAlpha(matrix, squaredDifference);
  if ('undefined' in alpha) {
    return alpha;
  }
  const rows = pairableRatings(matrix).rows.map((row) => ({
    counts: categoryCounts(row, matrix.categories),
    total: ratingTotal(row),
    count: row.count,
  }));
  const n = rows.reduce((units, { count }) => units + count, 0);
  const values = alpha.pairableValues;
  const mean = values / n;
  const valueCounts = new Float64Array(matrix.categories);
  for (const { counts, count } of rows) {
    for (const [k, times] of counts.entries()) {
      valueCounts[k]! += count * times;
    }
  }
  const weights = agreementOf(valueCounts, squaredDifference);
  const shares = valueCounts.map((times) => times / values);
  const credit = weights.map((line) => line.reduce((sum, weight, l) => sum + weight * shares[l]!, 0));

  const observedIn = (counts: Float64Array, total: number): number =>
    agreeingPairs(counts, weights) / (mean * (total - 1));
  const observed = rows.reduce((sum, { counts, total, count }) => sum + count * observedIn(counts, total), 0) / n;
  const expected = shares.reduce((sum, share, k) => sum + share * credit[k]!, 0);
  const corrected = observed + (1 - observed) / values;
  const uncorrected = (observed - expected) / (1 - expected);
  let squares = 0;
  for (const { counts, total, count } of rows) {
    const excess = (total - mean) / mean;
    const agreed = observedIn(counts, total) - corrected * excess - expected;
    const chance = counts.reduce((sum, times, k) => sum + times * credit[k]!, 0) / mean - expected * excess - expected;
    squares += count * ((agreed - 2 * (1 - uncorrected) * chance) / (1 - expected) - uncorrected) ** 2;
  }
  return errorEstimate(alpha.value, Math.sqrt(squares / (n * (n - 1))), n);
}

/** Agreement weights 1 − δ² / max δ² over the categories in use. */
function agreementOf(valueCounts: Float64Array, squaredDifference: SquaredDifference): number[][] {
  const differences = Array.from(valueCounts, (inC, c) =>
    Array.from(valueCounts, (inK, k) => (c !== k && inC > 0 && inK > 0 ? squaredDifference(c, k, valueCounts) : 0)),
  );
  const largest = differences.flat().reduce((most, difference) => Math.max(most, difference), 0);
  return differences.map((line) => line.map((difference) => 1 - difference / largest));
}
