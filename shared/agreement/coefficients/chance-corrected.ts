import type { ChanceCorrected, UndefinedReason } from '../../statistics/measure.ts';
import { categoryCounts, type RatingMatrix, ratingTotal } from './ratings.ts';
import type { AgreementWeights } from './weights.ts';

/** (observed − expected) / (1 − expected): what all chance-corrected coefficients share. `expected` must not be 1. */
export function correctedForChance(observed: number, expected: number): ChanceCorrected {
  return { value: (observed - expected) / (1 - expected), observed, expected };
}

/**
 * Agreement observed over pairs of coders within a unit, averaged over the units at least two coders judged:
 * p_a = (1/n′) Σ_i Σ_k r_ik (r*_ik − 1) / (r_i (r_i − 1)), r*_ik = Σ_l w_kl r_il (Gwet 2014, ch. 2–3; Fleiss 1971 for
 * complete data and identity weights). NaN without such a unit: see `missingGround`.
 */
export function observedAgreement(matrix: RatingMatrix, weights: AgreementWeights): number {
  let units = 0;
  let agreement = 0;
  for (const row of matrix.rows) {
    const total = ratingTotal(row);
    if (total >= 2 && row.count > 0) {
      const pairs = agreeingPairs(categoryCounts(row, matrix.categories), weights);
      units += row.count;
      agreement += (row.count * pairs) / (total * (total - 1));
    }
  }
  return agreement / units;
}

/** Ordered pairs of coders of one unit who agree, each by its weight: Σ_k r_k (Σ_l w_kl r_l − 1), r_k the coders who chose k. */
export function agreeingPairs(counts: Float64Array, weights: AgreementWeights): number {
  let pairs = 0;
  for (const [k, chosen] of counts.entries()) {
    if (chosen > 0) {
      pairs += chosen * (counts.reduce((sum, times, l) => sum + weights[k]![l]! * times, 0) - 1);
    }
  }
  return pairs;
}

/**
 * Share of each category, each judged unit weighing the same: π_k = (1/n) Σ_i r_ik / r_i over the units at least one
 * coder judged (Gwet 2008; units judged once count here although they hold no pair).
 */
export function categoryShares(matrix: RatingMatrix): Float64Array {
  const shares = new Float64Array(matrix.categories);
  let units = 0;
  for (const row of matrix.rows) {
    const total = ratingTotal(row);
    if (total > 0) {
      units += row.count;
      for (const [category, times] of categoryCounts(row, matrix.categories).entries()) {
        shares[category]! += (row.count * times) / total;
      }
    }
  }
  return shares.map((share) => share / units);
}

/** Whether all judgements there are fall into one category. */
export function withoutVariation(matrix: RatingMatrix): boolean {
  const used = new Set<number>();
  for (const { ratings, count } of matrix.rows) {
    for (const category of ratings) {
      if (category !== null && count > 0) {
        used.add(category);
      }
    }
  }
  return used.size <= 1;
}

/** What the data lack for any coefficient: units, or units that two coders judged. Null if nothing. */
export function missingGround(matrix: RatingMatrix): UndefinedReason | null {
  const counted = matrix.rows.filter((row) => row.count > 0);
  if (counted.length === 0) {
    return 'no_units';
  }
  return counted.some((row) => ratingTotal(row) >= 2) ? null : 'no_pairable_values';
}
