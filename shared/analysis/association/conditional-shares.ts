import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * `secondGivenFirst` = n11 / n1, the share of the first code's units that also carry the second; `firstGivenSecond` =
 * n11 / n2. Both 0..1. Each undefined if the code it is a share of is unused.
 */
export function conditionalShares(table: TwoByTwo): {
  readonly secondGivenFirst: Statistic;
  readonly firstGivenSecond: Statistic;
} {
  const { n1, n2 } = marginsOf(table);
  const shareOf = (units: number): Statistic =>
    units > 0 ? { value: table.n11 / units } : { undefined: 'never_used' };
  return { secondGivenFirst: shareOf(n1), firstGivenSecond: shareOf(n2) };
}
