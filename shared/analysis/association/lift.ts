import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/** Units expected with both codes if they were independent: n1 n2 / n. 0 without units. */
export function expectedTogether(table: TwoByTwo): number {
  const { n1, n2, n } = marginsOf(table);
  return n === 0 ? 0 : (n1 * n2) / n;
}

/**
 * n11 n / (n1 n2): how many times as often as expected by chance, 0 and up, 1 if independent (Brin et al. 1997, SIGMOD
 * Record 26:255–264). Undefined if a code is unused; unstable if fewer than 5 units are expected together.
 */
export function lift(table: TwoByTwo): Statistic {
  const expected = expectedTogether(table);
  return expected > 0 ? { value: table.n11 / expected } : { undefined: 'never_used' };
}
