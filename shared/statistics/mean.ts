import type { Measure } from './measure.ts';

/** A mean over the measures that have a value, with how many had one and how many had none. */
export type MeanOfDefined = { readonly mean: Measure; readonly definedCount: number; readonly undefinedCount: number };

/**
 * Unweighted mean of the defined values ("macro" average). Undefined measures are left out and counted, never taken
 * as 0 or 1. If none is defined the mean is undefined for the reason of the first one; an empty list has `no_units`.
 */
export function meanOfDefined(measures: readonly Measure[]): MeanOfDefined {
  const values = measures.flatMap((measure) => ('value' in measure ? [measure.value] : []));
  const mean: Measure =
    values.length > 0
      ? { value: values.reduce((sum, value) => sum + value, 0) / values.length }
      : (measures[0] ?? { undefined: 'no_units' });
  return { mean, definedCount: values.length, undefinedCount: measures.length - values.length };
}
