import { hypergeometricRatio } from '../../statistics/hypergeometric.ts';
import type { Statistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/**
 * The odds ratio under which n11, given the margins, is expected to be what it is: the conditional maximum likelihood
 * estimate that accompanies Fisher's exact test (Cornfield 1956, Proceedings of the Third Berkeley Symposium 4:135–148).
 * 0 if n11 is the least the margins allow. Undefined if it is the most they allow (infinite), or if they allow only one.
 */
export function conditionalOddsRatio(table: TwoByTwo): Statistic {
  const { n1, n2, n } = marginsOf(table);
  const least = Math.max(0, n1 + n2 - n);
  const most = Math.min(n1, n2);
  const observed = table.n11 - least;
  if (least === most) {
    return { undefined: n === 0 ? 'no_units' : 'zero_margin' };
  }
  if (table.n11 === most) {
    return { undefined: 'zero_cell' };
  }
  if (observed === 0) {
    return { value: 0 };
  }
  // In logarithms throughout: in a table of thousands of units many probabilities are less than a double holds.
  const logs = logProbabilities(least, most, hypergeometricRatio(n, n1, n2));
  const meanAt = (logRatio: number): number => {
    const tilted = logs.map((log, place) => log + place * logRatio);
    const top = tilted.reduce((highest, log) => Math.max(highest, log), -Infinity);
    let weight = 0;
    let sum = 0;
    for (const [place, log] of tilted.entries()) {
      const term = Math.exp(log - top);
      weight += term;
      sum += term * place;
    }
    return sum / weight;
  };
  let low = -1;
  let high = 1;
  while (meanAt(low) > observed) {
    low *= 2;
  }
  while (meanAt(high) < observed) {
    high *= 2;
  }
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (meanAt(middle) < observed) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return { value: Math.exp((low + high) / 2) };
}

/** Logarithms of the probabilities of least … most, the first of them taken as 1, from the ratios of neighbours. */
function logProbabilities(least: number, most: number, ratio: (k: number) => number): Float64Array {
  const logs = new Float64Array(most - least + 1);
  for (let k = least; k < most; k += 1) {
    logs[k - least + 1] = logs[k - least]! + Math.log(ratio(k));
  }
  return logs;
}
