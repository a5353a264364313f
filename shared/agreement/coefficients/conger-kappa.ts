import type { ChanceCorrected } from '../../statistics/measure.ts';
import { coderShares } from './coder-shares.ts';
import { correctedForChance, missingGround, observedAgreement, withoutVariation } from './chance-corrected.ts';
import type { RatingMatrix } from './ratings.ts';
import { type AgreementWeights, identityWeights } from './weights.ts';

/**
 * Conger's kappa, Cohen's kappa for any number of coders: Conger 1980, Psychological Bulletin 88:322–328;
 * p_e = 1/(r(r − 1)) Σ_{g≠h} Σ_kl w_kl p_gk p_hl, each coder's shares taken over the units that coder judged (Gwet 2014).
 * Coders who judged nothing are left out. Undefined when all judgements are one category (0/0).
 */
export function congerKappa(
  matrix: RatingMatrix,
  weights: AgreementWeights = identityWeights(matrix.categories),
): ChanceCorrected {
  const reason = missingGround(matrix) ?? (withoutVariation(matrix) ? 'no_variation' : null);
  if (reason !== null) {
    return { undefined: reason };
  }
  const shares = coderShares(matrix).map((coder) => coder.shares);
  const r = shares.length;
  const sums = Array.from({ length: matrix.categories }, (_, k) => shares.reduce((sum, share) => sum + share[k]!, 0));
  let expected = 0;
  for (const [k, line] of weights.entries()) {
    for (const [l, weight] of line.entries()) {
      const withinCoder = shares.reduce((sum, share) => sum + share[k]! * share[l]!, 0);
      expected += (weight * (sums[k]! * sums[l]! - withinCoder)) / (r * (r - 1));
    }
  }
  return correctedForChance(observedAgreement(matrix, weights), expected);
}
