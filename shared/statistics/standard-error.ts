import type { Limits, NoIntervalReason } from './interval.ts';
import { studentTQuantile } from './student-t.ts';

/** Standard error of a coefficient with its 95 % interval, n the number of units it rests on. */
export type ErrorEstimate =
  | { readonly standardError: number; readonly interval: Limits; readonly n: number }
  | { readonly undefined: NoIntervalReason };

/**
 * Estimate ± t(.975, n − 1) · standard error, the upper end cut at the 1 that no agreement exceeds (Gwet 2014, ch. 5).
 * Fewer than two units allow no interval. With a standard error of 0 it is one point and says nothing about precision.
 */
export function errorEstimate(value: number, standardError: number, n: number): ErrorEstimate {
  if (n < 2) {
    return { undefined: 'too_few_units' };
  }
  const reach = studentTQuantile(0.975, n - 1) * standardError;
  return { standardError, interval: { low: value - reach, high: Math.min(1, value + reach) }, n };
}
