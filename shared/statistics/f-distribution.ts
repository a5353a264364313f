import { incompleteBeta } from './incomplete-beta.ts';

/** Probability that an F variable with the given degrees of freedom (> 0) is at least `f` (Abramowitz & Stegun 1964, 26.6.2). */
export function fUpperTail(f: number, numeratorDf: number, denominatorDf: number): number {
  if (f <= 0) {
    return 1;
  }
  return incompleteBeta(denominatorDf / (denominatorDf + numeratorDf * f), denominatorDf / 2, numeratorDf / 2);
}

/** Probability that a Student t variable is at least |t| away from 0: its square is F with 1 and its own degrees of freedom. */
export function studentTTwoSided(t: number, degreesOfFreedom: number): number {
  return fUpperTail(t * t, 1, degreesOfFreedom);
}
