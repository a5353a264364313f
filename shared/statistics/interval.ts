import { percentile } from './percentile.ts';
import type { UndefinedReason } from './measure.ts';

/**
 * Why there is no interval although there may be a value: beyond the reasons for the value itself,
 *
 * - `too_few_units`: fewer than two units, documents or resamples with a value to vary over.
 */
export type NoIntervalReason = UndefinedReason | 'too_few_units';

/** Lower and upper end of an interval. */
export type Limits = { readonly low: number; readonly high: number };

/** An interval, or the reason why there is none. */
export type Interval = Limits | { readonly undefined: NoIntervalReason };

/**
 * The middle `level` of some values: cut off at (1 − level) / 2 at either end, interpolating between neighbours.
 * `sorted` ascending and not empty.
 */
export function percentileInterval(sorted: ArrayLike<number>, level: number): Limits {
  const cut = (1 - level) / 2;
  return { low: percentile(sorted, cut), high: percentile(sorted, 1 - cut) };
}
