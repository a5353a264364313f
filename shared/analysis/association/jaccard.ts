import type { Statistic } from '../../statistics/statistic.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** n11 / (n11 + n10 + n01), 0..1 (Jaccard 1912, New Phytologist 11:37–50). Undefined if neither code is used. */
export function jaccard({ n11, n10, n01 }: TwoByTwo): Statistic {
  const either = n11 + n10 + n01;
  return either > 0 ? { value: n11 / either } : { undefined: 'never_used' };
}
