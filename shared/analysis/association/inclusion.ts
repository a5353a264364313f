import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * n11 / min(n1, n2), 0..1: 1 if the rarer code only ever occurs with the other (overlap coefficient, Szymkiewicz 1934;
 * Simpson 1943, American Journal of Science 241:1–31). Undefined if a code is unused.
 */
export function inclusion(table: TwoByTwo): Statistic {
  const rarer = Math.min(marginsOf(table).n1, marginsOf(table).n2);
  return rarer > 0 ? { value: table.n11 / rarer } : { undefined: 'never_used' };
}
