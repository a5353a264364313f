import type { Statistic } from '../../statistics/statistic.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** 2 n11 / (n1 + n2), 0..1 (Dice 1945, Ecology 26:297–302). Undefined if neither code is used. */
export function dice({ n11, n10, n01 }: TwoByTwo): Statistic {
  const sum = 2 * n11 + n10 + n01;
  return sum > 0 ? { value: (2 * n11) / sum } : { undefined: 'never_used' };
}
