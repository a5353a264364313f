import { doubledRanks } from '../comparison/mid-ranks.ts';
import { deviations } from '../../statistics/deviations.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import { studentTUpperTail } from '../../statistics/student-t.ts';

export type CorrelationMethod = 'spearman' | 'pearson';

export type Correlation = {
  /** Respondents with both answers. */
  readonly n: number;
  readonly coefficient: Statistic;
  /** 95 %. */
  readonly interval: { readonly low: number; readonly high: number } | NoStatistic;
  /** Two-sided probability of a coefficient at least as far from 0 if there is no association. */
  readonly p: Statistic;
};

/**
 * Correlation of two items over the respondents who answered both.
 *
 * Spearman: Pearson's coefficient of the mid-ranks, which corrects for ties by itself (Spearman 1904; Kendall & Gibbons 1990,
 * eq. 3.9). Pearson: Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²). p from t = r √((n − 2) / (1 − r²)) with n − 2 degrees of freedom,
 * an approximation for ranks. Interval by Fisher's z = artanh r with the variance 1 / (n − 3), for ranks (1 + r² / 2) / (n − 3)
 * (Bonett & Wright 2000, Psychometrika 65:23). Fewer than 3 respondents: `too_few_units`; the interval needs 4. An item with one
 * answer only: `no_variation`; a perfect order leaves nothing to estimate error from: `identical_order` for interval and p.
 */
export function correlation(pairs: readonly (readonly [number, number])[], method: CorrelationMethod): Correlation {
  const n = pairs.length;
  const none = (reason: NoStatistic['undefined']): Correlation => ({
    n,
    coefficient: { undefined: reason },
    interval: { undefined: reason },
    p: { undefined: reason },
  });
  if (n < 3) return none('too_few_units');
  const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const r = method === 'pearson' ? productMoment(a, b) : productMoment(doubledRanks(a), doubledRanks(b));
  if (r === null) return none('no_variation');
  if (Math.abs(r) === 1) return { ...none('identical_order'), coefficient: { value: r } };
  return { n, coefficient: { value: r }, interval: intervalOf(r, n, method), p: { value: twoSided(r, n) } };
}

/** Decimals are not exact in a double: a coefficient as near to 1 as this is 1 but for rounding. */
const ROUNDING = 1e-12;

function productMoment(a: readonly number[], b: readonly number[]): number | null {
  const [fromMeanA, fromMeanB] = [deviations(a), deviations(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (const [place, deviation] of fromMeanA.entries()) {
    products += deviation * fromMeanB[place]!;
    squaresA += deviation ** 2;
    squaresB += fromMeanB[place]! ** 2;
  }
  if (squaresA === 0 || squaresB === 0) return null;
  // Two roots: the product of the squares may leave what a double holds.
  const r = products / (Math.sqrt(squaresA) * Math.sqrt(squaresB));
  return Math.abs(r) > 1 - ROUNDING ? Math.sign(r) : r;
}

function twoSided(r: number, n: number): number {
  return Math.min(1, 2 * studentTUpperTail(Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r)), n - 2));
}

function intervalOf(r: number, n: number, method: CorrelationMethod): Correlation['interval'] {
  if (n < 4) return { undefined: 'too_few_units' };
  const variance = (method === 'spearman' ? 1 + r ** 2 / 2 : 1) / (n - 3);
  const reach = normalQuantile(0.975) * Math.sqrt(variance);
  return { low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach) };
}
