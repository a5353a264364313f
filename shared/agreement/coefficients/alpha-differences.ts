import type { SquaredDifference } from './krippendorff-alpha.ts';

/*
 * Squared differences for Krippendorff's alpha beyond nominal (Krippendorff 2011, section E; 2019, ch. 12.3.4).
 * `values` are the numbers the categories stand for, in ascending order.
 */

/** Ordinal: (Σ_{g=c..k} n_g − (n_c + n_k) / 2)². Only ranks count, and only categories present in the data. */
export const ordinalDifference: SquaredDifference = (c, k, valueCounts) => {
  const between = valueCounts.slice(Math.min(c, k), Math.max(c, k) + 1).reduce((sum, count) => sum + count, 0);
  return (between - (valueCounts[c]! + valueCounts[k]!) / 2) ** 2;
};

/** Interval: (c − k)². */
export function intervalDifference(values: readonly number[]): SquaredDifference {
  return (c, k) => (values[c]! - values[k]!) ** 2;
}

/** Ratio: ((c − k) / (c + k))² for values that are not negative; 0 where both are 0. */
export function ratioDifference(values: readonly number[]): SquaredDifference {
  return (c, k) => {
    const sum = values[c]! + values[k]!;
    return sum === 0 ? 0 : ((values[c]! - values[k]!) / sum) ** 2;
  };
}
