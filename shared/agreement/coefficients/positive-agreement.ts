import { meanOfDefined } from '../../statistics/mean.ts';
import type { Measure } from '../../statistics/measure.ts';
import { coderPairs } from './coder-pairs.ts';
import { contingencyTable, type RatingMatrix, type TwoByTwo } from './ratings.ts';

/**
 * Agreement on "coded", 2 n11 / (2 n11 + n10 + n01): the F1 of one coder against the other, 0..1, blind to the units
 * neither coded (Hripcsak & Rothschild 2005, Journal of the American Medical Informatics Association 12:296–298).
 * Undefined, not 0 or 1, if neither coder used the code.
 */
export function positiveAgreement({ n11, n10, n01 }: Pick<TwoByTwo, 'n11' | 'n10' | 'n01'>): Measure {
  const decisions = 2 * n11 + n10 + n01;
  return decisions > 0 ? { value: (2 * n11) / decisions } : { undefined: 'never_used' };
}

/**
 * Positive agreement of "code or not" (category 1) over the units both coders of a pair judged; for more than two
 * coders the mean over the pairs of which at least one used the code (Hripcsak & Rothschild 2005).
 */
export function meanPositiveAgreement(matrix: RatingMatrix): Measure {
  if (!matrix.rows.some(({ count }) => count > 0)) {
    return { undefined: 'no_units' };
  }
  return meanOfDefined(
    coderPairs(matrix).map((pair) => {
      const [no, yes] = contingencyTable(pair);
      return positiveAgreement({ n11: yes![1]!, n10: yes![0]!, n01: no![1]! });
    }),
  ).mean;
}
