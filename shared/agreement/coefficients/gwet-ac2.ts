import type { ChanceCorrected } from '../../statistics/measure.ts';
import { categoryShares, correctedForChance, missingGround, observedAgreement } from './chance-corrected.ts';
import type { RatingMatrix } from './ratings.ts';
import { type AgreementWeights, weightTotal } from './weights.ts';

/**
 * Gwet's AC2, AC1 with partial credit: p_e = T_w / (q (q − 1)) Σ_k π_k (1 − π_k), T_w the sum of the weights (Gwet
 * 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 3–5). Undefined only without pairable units, or if a single
 * category was declared.
 */
export function gwetAc2(matrix: RatingMatrix, weights: AgreementWeights): ChanceCorrected {
  const reason = missingGround(matrix);
  if (reason !== null) {
    return { undefined: reason };
  }
  const q = matrix.categories;
  if (q < 2) {
    return { undefined: 'no_variation' };
  }
  const spread = categoryShares(matrix).reduce((sum, share) => sum + share * (1 - share), 0);
  return correctedForChance(observedAgreement(matrix, weights), (weightTotal(weights) * spread) / (q * (q - 1)));
}
