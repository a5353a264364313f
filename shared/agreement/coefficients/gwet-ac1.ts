import type { ChanceCorrected } from '../../statistics/measure.ts';
import { gwetAc2 } from './gwet-ac2.ts';
import type { RatingMatrix } from './ratings.ts';
import { identityWeights } from './weights.ts';

/**
 * Gwet's AC1: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29–48. Chance agreement
 * p_e = Σ_k π_k (1 − π_k) / (q − 1) with q the declared number of categories, so that it stays small when one
 * category is very frequent.
 *
 * Any number of coders, missing ratings allowed; units judged once enter π_k as in Gwet's own programs. With q ≥ 2 it
 * is defined (and 1) even when everybody always chose the same category.
 */
export function gwetAc1(matrix: RatingMatrix): ChanceCorrected {
  return gwetAc2(matrix, identityWeights(matrix.categories));
}
