import { upperIncompleteGamma } from './incomplete-gamma.ts';

/** Probability that a χ² variable with the given degrees of freedom (> 0) is at least `x` (Abramowitz & Stegun 1964, 26.4.19). */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return upperIncompleteGamma(degreesOfFreedom / 2, x / 2);
}

/** Probability that a standard normal variable is at least |z| away from 0: its square is χ² with one degree of freedom. */
export function normalTwoSided(z: number): number {
  return chiSquareUpperTail(z * z, 1);
}
