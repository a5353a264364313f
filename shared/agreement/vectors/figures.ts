import type { ChanceCorrected } from '../../statistics/measure.ts';
import type { ErrorEstimate } from '../../statistics/standard-error.ts';
import type { Figures } from './vector.ts';

type Undefinable = { readonly value: number } | { readonly undefined: string };

/** The value, or null with the reason. */
export function measureFigures(measure: Undefinable): Figures {
  return 'value' in measure ? { value: measure.value } : { value: null, reason: measure.undefined };
}

/** The value alone, or null. */
export function valueOrNull(measure: Undefinable): number | null {
  return 'value' in measure ? measure.value : null;
}

/** Value, agreement observed and agreement by chance. */
export function correctedFigures(measure: ChanceCorrected): Figures {
  return 'value' in measure
    ? { value: measure.value, pa: measure.observed, pe: measure.expected }
    : measureFigures(measure);
}

/** Standard error and 95 % interval, where there are any. */
export function errorFigures(error: ErrorEstimate): Figures {
  return 'standardError' in error
    ? { se: error.standardError, ci95: [error.interval.low, error.interval.high] }
    : { se: null, ci95: null };
}
