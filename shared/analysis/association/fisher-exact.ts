import { hypergeometric } from '../../statistics/hypergeometric.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/** Exact p-values with the margins fixed. `greater`: at least this often together; `less`: at most. */
export type FisherExact = { readonly twoSided: number; readonly greater: number; readonly less: number };

/**
 * Fisher's exact test (Fisher 1935, Journal of the Royal Statistical Society 98:39–82). Two-sided as R does it: all
 * tables no more probable than the observed one, with a relative slack of 1e-7. It takes the units for independent and
 * so ignores that those of one interview are not. With a code in no unit or in all only one table is possible and every
 * p is 1. Undefined only without units.
 */
export function fisherExact(table: TwoByTwo): FisherExact | NoStatistic {
  const { n1, n2, n } = marginsOf(table);
  if (n === 0) {
    return { undefined: 'no_units' };
  }
  const { least, probabilities } = hypergeometric(n, n1, n2);
  const observed = table.n11 - least;
  const mostProbable = probabilities[observed]! * (1 + 1e-7);
  let twoSided = 0;
  let greater = 0;
  let less = 0;
  for (const [place, probability] of probabilities.entries()) {
    twoSided += probability <= mostProbable ? probability : 0;
    greater += place >= observed ? probability : 0;
    less += place <= observed ? probability : 0;
  }
  return { twoSided: Math.min(1, twoSided), greater: Math.min(1, greater), less: Math.min(1, less) };
}
