import type { ChanceCorrected } from '../../statistics/measure.ts';
import { correctedForChance, missingGround, observedAgreement } from './chance-corrected.ts';
import type { RatingMatrix } from './ratings.ts';
import { type AgreementWeights, identityWeights, weightTotal } from './weights.ts';

/**
 * Brennan and Prediger's coefficient: Brennan & Prediger 1981, Educational and Psychological Measurement 41:687–699
 * (Bennett, Alpert & Goldstein's S of 1954; Randolph's free-marginal kappa of 2005). p_e = T_w / q², which is 1/q
 * without weights, q the declared number of categories. Any number of coders; undefined only without pairable units
 * or with a single declared category.
 */
export function brennanPrediger(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ChanceCorrected {
  const reason = missingGround(matrix) ?? (matrix.categories < 2 ? 'no_variation' : null);
  if (reason !== null) {
    return { undefined: reason };
  }
  return correctedForChance(observedAgreement(matrix, weights), weightTotal(weights) / matrix.categories ** 2);
}
