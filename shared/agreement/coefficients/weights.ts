/** How much credit a pair of categories gets: [k][l] in 0..1, symmetric, 1 on the diagonal. */
export type AgreementWeights = readonly (readonly number[])[];

export const weightSchemes = [
  'identity',
  'linear',
  'quadratic',
  'ordinal',
  'radical',
  'ratio',
  'circular',
  'bipolar',
] as const;
export type WeightScheme = (typeof weightSchemes)[number];

/**
 * Agreement weights for categories with the given numeric values, in ascending order (ranks 1 … q for named
 * categories). Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 3:
 * identity [k = l]; linear 1 − |x_k − x_l| / range; quadratic 1 − (x_k − x_l)² / range²;
 * ordinal 1 − C(|k − l| + 1, 2) / C(q, 2), which uses ranks only; radical 1 − √|x_k − x_l| / √range; ratio
 * 1 − ((x_k − x_l) / (x_k + x_l))² / (range / (max + min))²; circular 1 − sin²(π (x_k − x_l) / (range + 1)) and bipolar
 * 1 − (x_k − x_l)² / ((x_k + x_l − 2 min)(2 max − x_k − x_l)), the part taken away divided by its maximum. With two
 * categories all of them are the identity.
 */
export function agreementWeights(scheme: WeightScheme, values: readonly number[]): AgreementWeights {
  const least = values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
  const range = most - least;
  const pairs = (values.length * (values.length - 1)) / 2;
  const circular = (k: number, l: number): number => Math.sin((Math.PI * (values[k]! - values[l]!)) / (range + 1)) ** 2;
  const bipolar = (k: number, l: number): number => {
    const sum = values[k]! + values[l]!;
    return (values[k]! - values[l]!) ** 2 / ((sum - 2 * least) * (2 * most - sum));
  };
  const overLargest = (distance: (k: number, l: number) => number): ((k: number, l: number) => number) => {
    let largest = -Infinity;
    for (let k = 0; k < values.length; k++)
      for (let l = 0; l < values.length; l++) if (k !== l) largest = Math.max(largest, distance(k, l));
    return (k, l) => 1 - distance(k, l) / largest;
  };
  const credit: Record<WeightScheme, (k: number, l: number) => number> = {
    identity: () => 0,
    linear: (k, l) => 1 - Math.abs(values[k]! - values[l]!) / range,
    quadratic: (k, l) => 1 - ((values[k]! - values[l]!) / range) ** 2,
    radical: (k, l) => 1 - Math.sqrt(Math.abs(values[k]! - values[l]!)) / Math.sqrt(range),
    ratio: (k, l) => 1 - ((values[k]! - values[l]!) / (values[k]! + values[l]!)) ** 2 / (range / (most + least)) ** 2,
    circular: overLargest(circular),
    bipolar: overLargest(bipolar),
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
