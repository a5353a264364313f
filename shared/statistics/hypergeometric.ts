/** Probabilities of the whole numbers `least`, `least` + 1, … */
export type Discrete = { readonly least: number; readonly probabilities: Float64Array };

/** P(k + 1) / P(k) of the distribution below. */
export function hypergeometricRatio(n: number, n1: number, n2: number): (k: number) => number {
  return (k) => ((n1 - k) * (n2 - k)) / ((k + 1) * (n - n1 - n2 + k + 1));
}

/**
 * How many of n2 units drawn from n without replacement are among n1 marked ones. 0 ≤ n1, n2 ≤ n. Built from the mode
 * outwards by the ratio of neighbouring probabilities, then scaled to add up to 1, so no factorial is ever needed.
 */
export function hypergeometric(n: number, n1: number, n2: number): Discrete {
  const least = Math.max(0, n1 + n2 - n);
  const most = Math.min(n1, n2);
  const mode = Math.min(most, Math.max(least, Math.floor(((n1 + 1) * (n2 + 1)) / (n + 2))));
  const probabilities = new Float64Array(most - least + 1);
  const ratio = hypergeometricRatio(n, n1, n2);
  probabilities[mode - least] = 1;
  let sum = 1;
  for (let k = mode; k < most; k += 1) {
    const next = probabilities[k - least]! * ratio(k);
    probabilities[k + 1 - least] = next;
    sum += next;
  }
  for (let k = mode; k > least; k -= 1) {
    const next = probabilities[k - least]! / ratio(k - 1);
    probabilities[k - 1 - least] = next;
    sum += next;
  }
  for (let place = 0; place < probabilities.length; place += 1) {
    probabilities[place]! /= sum;
  }
  return { least, probabilities };
}
