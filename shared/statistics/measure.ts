/**
 * Why a statistic has no value. A closed list: every screen, report and command names each of them in words.
 *
 * - `no_units`: there was nothing to count at all.
 * - `no_pairable_values`: units exist, but none was judged by two coders.
 * - `no_variation`: every judgement is the same category, so agreement beyond chance is 0/0.
 * - `two_coders_only`: the coefficient is defined for exactly two coders.
 * - `never_used`: the code (or both codes of a pair) occurs in no unit, so there is no denominator.
 */
export type UndefinedReason = 'no_units' | 'no_pairable_values' | 'no_variation' | 'two_coders_only' | 'never_used';

/** A number, or the reason why there is none. Never NaN, never a stand-in 0 or 1. */
export type Measure = { readonly value: number } | { readonly undefined: UndefinedReason };

/** A measure built from agreement observed and agreement expected by chance, both proportions in 0..1. */
export type ChanceCorrected =
  | { readonly value: number; readonly observed: number; readonly expected: number }
  | { readonly undefined: UndefinedReason };

/** The value of a measure, or null where it is undefined. */
export function measureValue(measure: { readonly value: number } | { readonly undefined: string }): number | null {
  return 'value' in measure ? measure.value : null;
}
