/** How much credit a pair of categories gets: [k][l] in 0..1, symmetric, 1 on the diagonal. */
export type AgreementWeights = readonly (readonly number[])[];

export type WeightScheme = 'identity' | 'linear' | 'quadratic' | 'ordinal';

/**
 * Agreement weights for categories with the given numeric values, in ascending order (ranks 1 … q for named
 * categories). Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 3:
 * identity [k = l]; linear 1 − |x_k − x_l| / range; quadratic 1 − (x_k − x_l)² / range²;
 * ordinal 1 − C(|k − l| + 1, 2) / C(q, 2), which uses ranks only. With two categories all of them are the identity.
 */
export function agreementWeights(scheme: WeightScheme, values: readonly number[]): AgreementWeights {
  const range = Math.max(...values) - Math.min(...values);
  const pairs = (values.length * (values.length - 1)) / 2;
  const credit: Record<WeightScheme, (k: number, l: number) => number> = {
    identity: () => 0,
    linear: (k, l) => 1 - Math.abs(values[k]! - values[l]!) / range,
    quadratic: (k, l) => 1 - ((values[k]! - values[l]!) / range) ** 2,
    ordinal: (k, l) => 1 - ((Math.abs(k - l) + 1) * Math.abs(k - l)) / 2 / pairs,
  };
  return values.map((_, k) => values.map((_, l) => (k === l ? 1 : credit[scheme](k, l))));
}

/** Identity weights for q categories: only the same category counts as agreement. */
export function identityWeights(categories: number): AgreementWeights {
  return Array.from({ length: categories }, (_, k) => Array.from({ length: categories }, (_, l) => (k === l ? 1 : 0)));
}

/** Sum of all weights (T_w in Gwet's formulas). */
export function weightTotal(weights: AgreementWeights): number {
  return weights.flat().reduce((total, weight) => total + weight, 0);
}
