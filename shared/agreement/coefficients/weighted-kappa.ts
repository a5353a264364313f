import type { ChanceCorrected } from '../../statistics/measure.ts';
import { correctedForChance, missingGround, withoutVariation } from './chance-corrected.ts';
import { contingencyTable, pairableRatings, type RatingMatrix } from './ratings.ts';
import type { AgreementWeights } from './weights.ts';

/**
 * Cohen's weighted kappa for two coders: Cohen 1968, Psychological Bulletin 70:213–220, written with agreement
 * weights; p_e = Σ_kl w_kl p_k+ p_+l over the units both judged. Undefined as Cohen's kappa is.
 */
export function weightedKappa(matrix: RatingMatrix, weights: AgreementWeights): ChanceCorrected {
  if (matrix.coders !== 2) {
    return { undefined: 'two_coders_only' };
  }
  const reason = missingGround(matrix);
  if (reason !== null) {
    return { undefined: reason };
  }
  if (withoutVariation(pairableRatings(matrix))) {
    return { undefined: 'no_variation' };
  }
  const table = contingencyTable(matrix);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, l) => table.reduce((sum, row) => sum + row[l]!, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  for (const [k, line] of weights.entries()) {
    for (const [l, weight] of line.entries()) {
      observed += (weight * table[k]![l]!) / n;
      expected += weight * (rows[k]! / n) * (columns[l]! / n);
    }
  }
  return correctedForChance(observed, expected);
}
