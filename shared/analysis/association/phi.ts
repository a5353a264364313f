import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * (n11 n00 − n10 n01) / √(n1 n2 (n − n1)(n − n2)), −1..1: Pearson's correlation of the two 0/1 columns (Yule 1912,
 * Journal of the Royal Statistical Society 75:579–652). How far it can go depends on the margins. Undefined if a code
 * is in no unit or in all of them.
 */
export function phi(table: TwoByTwo): Statistic {
  const { n1, n2, n } = marginsOf(table);
  if (n1 === 0 || n2 === 0) {
    return { undefined: 'never_used' };
  }
  if (n1 === n || n2 === n) {
    return { undefined: 'in_every_unit' };
  }
  const { n11, n10, n01, n00 } = table;
  // Two roots: the product of the four margins may pass what a double holds exactly.
  return { value: (n11 * n00 - n10 * n01) / (Math.sqrt(n1 * (n - n1)) * Math.sqrt(n2 * (n - n2))) };
}
