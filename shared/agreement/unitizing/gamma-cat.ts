import type { UnitaryAlignment } from './gamma-alignment.ts';
import {
  categoricalDissimilarity,
  type GammaWeights,
  positionalDissimilarity,
  type Unitizing,
} from './gamma-dissimilarity.ts';

/** Which pairs of aligned units count: all, or those in which a unit has the code (gamma-k). */
export type CategoricalScope = { readonly code?: number; readonly unmatched?: 'ignored' | 'disagreement' };

/**
 * Disorder of the codes in an alignment (Mathet 2017, Computational Linguistics 43:661–681): over all pairs of aligned
 * units the mean categorical dissimilarity, weighted by max(0, 1 − α · positional dissimilarity) / (n_v − 1), n_v the
 * units in the unitary alignment. Units without a counterpart are ignored, as the measure is to be insensitive to
 * them; pygamma-agreement by default counts each pair of a unit and none as a disagreement of weight 1, which
 * `unmatched: 'disagreement'` reproduces. Null if no pair counts.
 */
export function categoricalDisorder(
  coders: Unitizing,
  alignments: readonly UnitaryAlignment[],
  weights: GammaWeights,
  { code, unmatched = 'ignored' }: CategoricalScope = {},
): number | null {
  let disorder = 0;
  let total = 0;
  for (const units of alignments) {
    const aligned = units.flatMap((place, coder) => (place === null ? [] : [coders[coder]![place]!]));
    for (const [first, a] of aligned.entries()) {
      for (const b of aligned.slice(first + 1)) {
        if (code === undefined || a.code === code || b.code === code) {
          const apart = weights.alpha * positionalDissimilarity(a, b, weights.empty);
          const weight = Math.max(0, 1 - apart) / (aligned.length - 1);
          disorder += weight * categoricalDissimilarity(a.code, b.code, weights);
          total += weight;
        }
      }
    }
    if (unmatched === 'disagreement') {
      const missing = aligned.length * (units.length - aligned.length);
      disorder += missing;
      total += missing;
    }
  }
  return total > 0 ? disorder / total : null;
}
