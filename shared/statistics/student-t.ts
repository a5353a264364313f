import { incompleteBeta } from './incomplete-beta.ts';

/** Probability that a Student t variable with the given degrees of freedom (> 0) exceeds t ≥ 0. */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  // Abramowitz & Stegun 1964, 26.7.1.
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
}

/**
 * The point below which a Student t variable falls with the given probability, 0 < probability < 1. Found by halving
 * an interval until it cannot be halved further, so it is as exact as the distribution function.
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1 && degreesOfFreedom > 0)) {
    return Number.NaN;
  }
  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = 1;
  while (studentTUpperTail(high, degreesOfFreedom) > tail) {
    low = high;
    high *= 2;
  }
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentTUpperTail(middle, degreesOfFreedom) > tail) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return tail === 0.5 ? 0 : probability < 0.5 ? -high : high;
}
