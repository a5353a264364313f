import type { Statistic } from '../../statistics/statistic.ts';
import { lift } from './lift.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * Pointwise mutual information, log₂ of the lift, in bits (Church & Hanks 1990, Computational Linguistics 16:22–29).
 * Undefined if a code is unused, and if the two are never together.
 */
export function pointwiseInformation(table: TwoByTwo): Statistic {
  const ratio = lift(table);
  if ('undefined' in ratio) {
    return ratio;
  }
  return table.n11 > 0 ? { value: Math.log2(ratio.value) } : { undefined: 'never_together' };
}

/** max(0, PMI) in bits, 0 if the two codes are never together. Undefined if a code is unused. */
export function positiveInformation(table: TwoByTwo): Statistic {
  const bits = pointwiseInformation(table);
  if ('undefined' in bits) {
    return bits.undefined === 'never_together' ? { value: 0 } : bits;
  }
  return { value: Math.max(0, bits.value) };
}

/**
 * ln lift / −ln(n11 / n), −1..1: −1 never together, 0 independent, 1 only together (Bouma 2009, Proceedings of the GSCL
 * Conference, 31–40). Undefined if a code is unused, and if both are in every unit (0/0).
 */
export function normalizedInformation(table: TwoByTwo): Statistic {
  const ratio = lift(table);
  if ('undefined' in ratio) {
    return ratio;
  }
  const { n } = marginsOf(table);
  if (table.n11 === n) {
    return { undefined: 'always_together' };
  }
  return { value: table.n11 === 0 ? -1 : Math.log(ratio.value) / -Math.log(table.n11 / n) };
}
