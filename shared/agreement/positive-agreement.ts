import type { Measure } from '../statistics/measure.ts';
import type { TwoByTwo } from './ratings.ts';

/**
 * Agreement on "coded", 2 n11 / (2 n11 + n10 + n01): the F1 of one coder against the other, 0..1, blind to the units
 * neither coded (Hripcsak & Rothschild 2005, Journal of the American Medical Informatics Association 12:296–298).
 * Undefined, not 0 or 1, if neither coder used the code.
 */
export function positiveAgreement({ n11, n10, n01 }: TwoByTwo): Measure {
  const decisions = 2 * n11 + n10 + n01;
  return decisions > 0 ? { value: (2 * n11) / decisions } : { undefined: 'never_used' };
}
