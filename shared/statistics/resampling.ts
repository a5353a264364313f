import { type Limits, type NoIntervalReason, percentileInterval } from './interval.ts';
import type { Measure } from './measure.ts';
import type { Random } from './random.ts';
import { studentTQuantile } from './student-t.ts';

/**
 * One bootstrap resample: as many elements as there are, drawn with replacement. `counts[e]` says how many elements are
 * alike (1 for a document, n for a row of equal units), the result how many of them were drawn. `into` is overwritten.
 */
export function drawResample(counts: readonly number[], random: Random, into: Float64Array): void {
  into.fill(0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const upTo = total === counts.length ? null : cumulated(counts);
  for (let drawn = 0; drawn < total; drawn += 1) {
    const place = random.below(total);
    into[upTo === null ? place : firstAbove(upTo, place)]! += 1;
  }
}

function cumulated(counts: readonly number[]): Float64Array {
  const sums = new Float64Array(counts.length);
  let sum = 0;
  for (const [place, count] of counts.entries()) {
    sum += count;
    sums[place] = sum;
  }
  return sums;
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! > value) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** What a statistic came to in the resamples. */
export type BootstrapSummary = {
  /** Percentile interval over the resamples that have a value. */
  readonly interval: Limits | { readonly undefined: NoIntervalReason };
  readonly defined: number;
  /** Resamples without a value: they are in neither the interval nor the shares below. */
  readonly undefined: number;
  /** Share of the resamples with a value below the guide lines .667 and .80; null if none has a value. */
  readonly below667: number | null;
  readonly below80: number | null;
};

/**
 * Percentile interval of the values of some resamples (Efron & Tibshirani 1993, An Introduction to the Bootstrap,
 * ch. 13), NaN standing for "no value", and how much of them lies below .667 and .80 (Krippendorff 2019, ch. 12: the
 * probability q of failing to reach a reliability). Values are sorted in place.
 */
export function bootstrapSummary(values: Float64Array, level = 0.95): BootstrapSummary {
  values.sort();
  // NaN sorts to the end.
  let defined = values.length;
  while (defined > 0 && Number.isNaN(values[defined - 1])) {
    defined -= 1;
  }
  const sorted = values.subarray(0, defined);
  const shareBelow = (line: number): number | null =>
    defined === 0 ? null : sorted.reduce((below, value) => (value < line ? below + 1 : below), 0) / defined;
  return {
    interval: defined < 2 ? { undefined: 'too_few_units' } : percentileInterval(sorted, level),
    defined,
    undefined: values.length - defined,
    below667: shareBelow(0.667),
    below80: shareBelow(0.8),
  };
}

/** Standard error from leaving out one element at a time, and value ± t(.975, n − 1) · error. */
export type JackknifeEstimate =
  | { readonly standardError: number; readonly interval: Limits; readonly n: number }
  | { readonly undefined: NoIntervalReason };

/** A statistic with one element left out, and how many elements it is the same for. */
export type LeftOut = { readonly measure: Measure; readonly times: number };

/**
 * Delete-one jackknife (Efron & Tibshirani 1993, ch. 11): √((n − 1)/n Σ (θ_i − θ̄)²) with θ_i the statistic without
 * element i. The interval is not cut at 1: it is symmetric by construction. Deterministic. Undefined if the statistic,
 * or any of the values with one element left out, is, for that reason; or with fewer than two elements.
 */
export function jackknifeEstimate(whole: Measure, without: readonly LeftOut[]): JackknifeEstimate {
  if ('undefined' in whole) {
    return whole;
  }
  const n = without.reduce((sum, { times }) => sum + times, 0);
  if (n < 2) {
    return { undefined: 'too_few_units' };
  }
  let sum = 0;
  for (const { measure, times } of without) {
    if ('undefined' in measure) {
      return measure;
    }
    sum += measure.value * times;
  }
  const mean = sum / n;
  const squares = without.reduce(
    (total, { measure, times }) => ('value' in measure ? total + times * (measure.value - mean) ** 2 : total),
    0,
  );
  const standardError = Math.sqrt((squares * (n - 1)) / n);
  const reach = studentTQuantile(0.975, n - 1) * standardError;
  return { standardError, interval: { low: whole.value - reach, high: whole.value + reach }, n };
}

/** The jackknife of a statistic that gets how many elements of each kind are left; `counts` as for resamples. */
export function jackknife(counts: readonly number[], statistic: (left: Float64Array) => Measure): JackknifeEstimate {
  const left = Float64Array.from(counts);
  const without = counts.flatMap((count, place): LeftOut[] => {
    if (count === 0) {
      return [];
    }
    left[place] = count - 1;
    const measure = statistic(left);
    left[place] = count;
    return [{ measure, times: count }];
  });
  return jackknifeEstimate(statistic(left), without);
}
