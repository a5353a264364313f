import type { ChanceCorrected } from '../../statistics/measure.ts';
import { missingGround } from './chance-corrected.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { pairableRatings, type RatingMatrix } from './ratings.ts';
import { type AgreementWeights, identityWeights } from './weights.ts';

/**
 * Scott's pi for two coders: Scott 1955, Public Opinion Quarterly 19:321–325; p_e = Σ_k ((p_k+ + p_+k) / 2)², over the
 * units both judged. For two coders and complete data it is Fleiss' kappa. Undefined as Cohen's kappa is.
 */
export function scottPi(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ChanceCorrected {
  if (matrix.coders !== 2) {
    return { undefined: 'two_coders_only' };
  }
  const reason = missingGround(matrix);
  return reason === null ? fleissKappa(pairableRatings(matrix), weights) : { undefined: reason };
}
