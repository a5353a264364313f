import type { Measure } from '../../statistics/measure.ts';
import { coderPairs } from './coder-pairs.ts';
import { cohenKappa } from './cohen-kappa.ts';
import type { RatingMatrix } from './ratings.ts';

/**
 * Light's kappa: the mean of Cohen's kappa over all pairs of coders (Light 1971, Psychological Bulletin 76:365–377).
 * Undefined if any pair is, for that pair's reason: a mean over the rest would be a mean over other coders.
 */
export function lightKappa(matrix: RatingMatrix): Measure {
  const kappas = pairwiseKappas(matrix);
  let sum = 0;
  for (const kappa of kappas) {
    if ('undefined' in kappa) {
      return kappa;
    }
    sum += kappa.value;
  }
  return kappas.length > 0 ? { value: sum / kappas.length } : { undefined: 'no_pairable_values' };
}

/** Cohen's kappa of every two coders, in the order of `coderPairs`. */
export function pairwiseKappas(matrix: RatingMatrix): Measure[] {
  return coderPairs(matrix).map(cohenKappa);
}
