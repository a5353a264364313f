import { holm } from '../../statistics/adjusted-p.ts';
import { chiSquareUpperTail } from '../../statistics/chi-square-distribution.ts';
import type { Limits } from '../../statistics/interval.ts';
import { logFactorials } from '../../statistics/log-factorials.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import type { ChiSquare } from './chi-square.ts';
import { conditionPairs, type RepeatedMeasures, sizesOf } from './repeated-measures.ts';

/** Respondents by what they have under two conditions: both, only the first (b), only the second (c), neither. */
export type PairedCounts = {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
};

export type McNemar = {
  readonly n: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Two-sided binomial p; 1 if no respondent differs. */
  readonly exactP: number;
  /** The exact p less the probability of what was observed: less conservative. 1 if b = c. */
  readonly midP: number;
  /** (b − c)² / (b + c). */
  readonly chiSquare: ChiSquare | NoStatistic;
  /** (|b − c| − 1)² / (b + c). */
  readonly corrected: ChiSquare | NoStatistic;
  /** Share with the first less share with the second, and its interval. */
  readonly difference: { readonly value: number; readonly interval: Limits } | NoStatistic;
  /** b / c. */
  readonly odds: Statistic;
};

/**
 * Do two conditions differ among the same respondents? Only the b + c that differ count (McNemar 1947, Psychometrika
 * 12:153–157). Exact p: min(1, 2 P(X ≤ min(b, c))) with X binomial of b + c and ½; mid-p: Lancaster 1961, Journal of
 * the American Statistical Association 56:223–234. The corrected χ² is Edwards 1948, Psychometrika 13:185–187. The
 * interval of the difference adds one to b and to c (Bonett & Price 2012, Journal of Educational and Behavioral
 * Statistics 37:479–488). χ² and odds undefined without respondents who differ, the odds also if c = 0.
 */
export function mcNemar(counts: PairedCounts, level = 0.95): McNemar {
  const { both, onlyFirst: b, onlySecond: c, neither } = counts;
  const n = both + b + c + neither;
  const differing = b + c;
  const { tail, point } = binomialTail(Math.min(b, c), differing);
  const exactP = Math.min(1, 2 * tail);
  const chi = (numerator: number): ChiSquare | NoStatistic => {
    const statistic = numerator / differing;
    return differing === 0
      ? { undefined: 'no_discordant_pairs' }
      : { statistic, degreesOfFreedom: 1, p: chiSquareUpperTail(statistic, 1) };
  };
  return {
    n,
    onlyFirst: b,
    onlySecond: c,
    exactP,
    midP: b === c ? 1 : 2 * tail - point,
    chiSquare: chi((b - c) ** 2),
    corrected: chi(Math.max(0, Math.abs(b - c) - 1) ** 2),
    difference: n === 0 ? { undefined: 'no_units' } : { value: (b - c) / n, interval: bonettPrice(b, c, n, level) },
    odds:
      differing === 0 ? { undefined: 'no_discordant_pairs' } : c === 0 ? { undefined: 'zero_cell' } : { value: b / c },
  };
}

/** P(X ≤ x) and P(X = x) for X binomial of n and ½. */
function binomialTail(x: number, n: number): { readonly tail: number; readonly point: number } {
  const logs = logFactorials(n);
  const probabilityOf = (k: number): number => Math.exp(logs[n]! - logs[k]! - logs[n - k]! - n * Math.LN2);
  let tail = 0;
  for (let k = 0; k <= x; k += 1) {
    tail += probabilityOf(k);
  }
  return { tail, point: probabilityOf(x) };
}

function bonettPrice(b: number, c: number, n: number, level: number): Limits {
  const first = (b + 1) / (n + 2);
  const second = (c + 1) / (n + 2);
  const middle = first - second;
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt((first + second - middle ** 2) / (n + 2));
  return { low: Math.max(-1, middle - reach), high: Math.min(1, middle + reach) };
}

/** One of the pairs of conditions i < j. */
export type McNemarPair = McNemar & { readonly i: number; readonly j: number; readonly holmP: number };

/**
 * Every two conditions of rows of 0 and 1 against each other, the exact p-values adjusted by Holm over the k (k − 1) / 2
 * pairs. Empty with fewer than two conditions or no respondent.
 */
export function mcNemarPairs(rows: RepeatedMeasures): McNemarPair[] {
  const sizes = sizesOf(rows);
  if ('undefined' in sizes) {
    return [];
  }
  const tests = conditionPairs(sizes.k).map(({ i, j }) => {
    const counted = (first: number, second: number): number =>
      rows.filter((row) => row[i] === first && row[j] === second).length;
    const counts = {
      both: counted(1, 1),
      onlyFirst: counted(1, 0),
      onlySecond: counted(0, 1),
      neither: counted(0, 0),
    };
    return { i, j, ...mcNemar(counts) };
  });
  const adjusted = holm(tests.map(({ exactP }) => exactP));
  return tests.map((test, place) => ({ ...test, holmP: adjusted.values[place]! }));
}
