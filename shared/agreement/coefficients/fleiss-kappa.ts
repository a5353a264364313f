import type { ChanceCorrected } from '../../statistics/measure.ts';
import {
  categoryShares,
  correctedForChance,
  missingGround,
  observedAgreement,
  withoutVariation,
} from './chance-corrected.ts';
import type { RatingMatrix } from './ratings.ts';
import { type AgreementWeights, identityWeights } from './weights.ts';

/**
 * Fleiss' kappa for any number of coders: Fleiss 1971, Psychological Bulletin 76:378–382; p_e = Σ_k π_k², with
 * weights Σ_kl w_kl π_k π_l (Gwet 2014). Missing ratings as in Gwet 2014: units judged once enter π_k. Undefined when
 * all judgements are one category (0/0).
 */
export function fleissKappa(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ChanceCorrected {
  const reason = missingGround(matrix) ?? (withoutVariation(matrix) ? 'no_variation' : null);
  if (reason !== null) {
    return { undefined: reason };
  }
  const shares = categoryShares(matrix);
  let expected = 0;
  for (const [k, line] of weights.entries()) {
    for (const [l, weight] of line.entries()) {
      expected += weight * shares[k]! * shares[l]!;
    }
  }
  return correctedForChance(observedAgreement(matrix, weights), expected);
}
