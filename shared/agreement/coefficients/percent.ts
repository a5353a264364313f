import type { Measure } from '../../statistics/measure.ts';
import { missingGround, observedAgreement } from './chance-corrected.ts';
import type { RatingMatrix } from './ratings.ts';
import { type AgreementWeights, identityWeights } from './weights.ts';

/**
 * Share of agreeing pairs of coders, 0..1, averaged over the units at least two coders judged. For two coders simply
 * the share of units with the same judgement; for more it is not the share of units on which all agree. With weights
 * a pair counts by its weight.
 */
export function percentAgreement(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): Measure {
  const reason = missingGround(matrix);
  return reason === null ? { value: observedAgreement(matrix, weights) } : { undefined: reason };
}
