import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * (n11 n00 − n10 n01) / (n11 n00 + n10 n01), −1..1 (Yule 1900, Philosophical Transactions A 194:257–319). Undefined if
 * a code is in no unit or in all of them (0/0).
 */
export function yuleQ(table: TwoByTwo): Statistic {
  const { n1, n2, n } = marginsOf(table);
  if (n1 === 0 || n2 === 0) {
    return { undefined: 'never_used' };
  }
  if (n1 === n || n2 === n) {
    return { undefined: 'in_every_unit' };
  }
  const together = table.n11 * table.n00;
  const apart = table.n10 * table.n01;
  return { value: (together - apart) / (together + apart) };
}
