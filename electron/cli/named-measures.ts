import type { Estimate } from '../../shared/contract/methods/agreement.ts';

export type Measure = { readonly value: number } | { readonly undefined: string };

/** The names programs read the coefficients by. */
const coefficientNames = {
  percentAgreement: 'percent_agreement',
  cohenKappa: 'cohen_kappa',
  krippendorffAlpha: 'krippendorff_alpha',
  gwetAc1: 'gwet_ac1',
  positiveAgreement: 'f1',
} as const;

type CoefficientKey = keyof typeof coefficientNames;
export type CoefficientName = (typeof coefficientNames)[CoefficientKey];
const coefficients = Object.entries(coefficientNames) as [CoefficientKey, CoefficientName][];

/** Numbers or null, with the reasons of the undefined ones beside them. */
export type NamedMeasures = Record<CoefficientName, number | null> & { undefined?: Record<string, string> };

/** A number, or null. */
export function numberOrNull(measure: Measure): number | null {
  return 'value' in measure ? measure.value : null;
}

/** Measures by the names programs read them by: numbers or null. */
export function numbersByName<Key extends string, Name extends string>(
  names: readonly (readonly [Key, Name])[],
  measures: Readonly<Record<Key, Measure>>,
): Record<Name, number | null> {
  return Object.fromEntries(names.map(([key, name]) => [name, numberOrNull(measures[key])])) as Record<
    Name,
    number | null
  >;
}

/** Why some of them have no number; nothing where all have one. */
export function reasonsByName<Key extends string>(
  names: readonly (readonly [Key, string])[],
  measures: Readonly<Record<Key, Measure>>,
): { undefined?: Record<string, string> } {
  const reasons = names.flatMap(([key, name]) => {
    const measure: Measure = measures[key];
    return 'undefined' in measure ? [[name, measure.undefined] as const] : [];
  });
  return reasons.length > 0 ? { undefined: Object.fromEntries(reasons) } : {};
}

export function namedMeasures(measures: Readonly<Record<CoefficientKey, Measure>>): NamedMeasures {
  return { ...numbersByName(coefficients, measures), ...reasonsByName(coefficients, measures) };
}

export type NamedInterval = {
  readonly low: number | null;
  readonly high: number | null;
  readonly undefined?: string;
  readonly below_667: number | null;
  readonly below_80: number | null;
  readonly undefined_resamples: number;
};

/** An interval as numbers, or null with the reason, and how often the coefficient stays below the customary lines. */
function namedInterval({ interval, undefinedResamples, below667, below80 }: Estimate): NamedInterval {
  return {
    ...('low' in interval ? interval : { low: null, high: null, undefined: interval.undefined }),
    below_667: below667,
    below_80: below80,
    undefined_resamples: undefinedResamples,
  };
}

export function namedIntervals(
  estimates: Readonly<Record<CoefficientKey, Estimate>>,
): Record<CoefficientName, NamedInterval> {
  return Object.fromEntries(coefficients.map(([key, name]) => [name, namedInterval(estimates[key])])) as Record<
    CoefficientName,
    NamedInterval
  >;
}
