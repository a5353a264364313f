import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * n11 / √(n1 n2), 0..1: the cosine of the two 0/1 columns (Ochiai 1957, Bulletin of the Japanese Society of Scientific
 * Fisheries 22:526–530). Undefined if a code is unused.
 */
export function ochiai(table: TwoByTwo): Statistic {
  const { n1, n2 } = marginsOf(table);
  return n1 > 0 && n2 > 0 ? { value: table.n11 / Math.sqrt(n1 * n2) } : { undefined: 'never_used' };
}
