import { chiSquareUpperTail } from '../../statistics/chi-square-distribution.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import type { TwoByTwo } from '../association/two-by-two.ts';
import { type Contingency, contingencyOf, type ContingencyTable } from './contingency.ts';

/** A statistic that is χ² with `degreesOfFreedom` if there is nothing to find, and the probability of one as large. */
export type ChiSquare = { readonly statistic: number; readonly degreesOfFreedom: number; readonly p: number };

/** Whether the χ² distribution may be relied on (Cochran 1954, Biometrics 10:417–451). */
export type CochranRule = {
  readonly leastExpected: number;
  /** Share of the cells with fewer than 5 expected. */
  readonly below5: number;
  /** No cell expects fewer than 1 and at most a fifth of them fewer than 5. */
  readonly holds: boolean;
};

export type PearsonChiSquare = ChiSquare & {
  readonly n: number;
  readonly expected: ContingencyTable;
  /** (O − E) / √E. */
  readonly pearsonResiduals: ContingencyTable;
  /** (O − E) / √(E (1 − row share)(1 − column share)): about standard normal, beyond ±2 a cell stands out (Haberman 1973, Biometrics 29:205–220). */
  readonly adjustedResiduals: ContingencyTable;
  readonly cochran: CochranRule;
};

function cochranRule(expected: readonly number[]): CochranRule {
  const leastExpected = expected.reduce((least, value) => Math.min(least, value), Infinity);
  const below5 = expected.filter((value) => value < 5).length / expected.length;
  return { leastExpected, below5, holds: leastExpected >= 1 && below5 <= 0.2 };
}

/** Σ (O − E)² / E over the cells. */
function pearsonStatistic(table: ContingencyTable, { rowTotals, columnTotals, n }: Contingency): number {
  let statistic = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, observed] of row.entries()) {
      const expected = (rowTotals[i]! * columnTotals[j]!) / n;
      statistic += (observed - expected) ** 2 / expected;
    }
  }
  return statistic;
}

/**
 * Pearson's test of independence of a table of counts, groups × categories, (r − 1)(c − 1) degrees of freedom, without
 * continuity correction (Pearson 1900, Philosophical Magazine 50:157–175; Agresti 2013, Categorical Data Analysis,
 * 3.2–3.3). Each counted unit has to be independent of the others: respondents, not passages. Undefined with a row or
 * column that adds up to 0 (drop it and say so), or with fewer than two of either.
 */
export function pearsonChiSquare(table: ContingencyTable): PearsonChiSquare | NoStatistic {
  const contingency = contingencyOf(table);
  if ('undefined' in contingency) {
    return contingency;
  }
  const { rowTotals, columnTotals, n } = contingency;
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / n));
  const residuals = (varianceOf: (i: number, j: number) => number): ContingencyTable =>
    table.map((row, i) => row.map((observed, j) => (observed - expected[i]![j]!) / Math.sqrt(varianceOf(i, j))));
  const statistic = pearsonStatistic(table, contingency);
  const degreesOfFreedom = (rowTotals.length - 1) * (columnTotals.length - 1);
  return {
    n,
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    expected,
    pearsonResiduals: residuals((i, j) => expected[i]![j]!),
    adjustedResiduals: residuals((i, j) => expected[i]![j]! * (1 - rowTotals[i]! / n) * (1 - columnTotals[j]! / n)),
    cochran: cochranRule(expected.flat()),
  };
}

/**
 * Σ (|O − E| − ½)² / E for a 2×2 table, the ½ being no more than |O − E| (Yates 1934, Supplement to the Journal of the
 * Royal Statistical Society 1:217–235). Undefined as Pearson's.
 */
export function yatesChiSquare({ n11, n10, n01, n00 }: TwoByTwo): ChiSquare | NoStatistic {
  const table = [
    [n11, n10],
    [n01, n00],
  ];
  const contingency = contingencyOf(table);
  if ('undefined' in contingency) {
    return contingency;
  }
  // |O − E| is the same in all four cells.
  const { n } = contingency;
  const distance = Math.abs(n11 * n00 - n10 * n01) / n;
  const share = distance === 0 ? 0 : Math.max(0, distance - 0.5) / distance;
  const statistic = pearsonStatistic(table, contingency) * share ** 2;
  return { statistic, degreesOfFreedom: 1, p: chiSquareUpperTail(statistic, 1) };
}

/**
 * The likelihood ratio test G = 2 Σ O ln(O / E), empty cells adding nothing (Wilks 1935, Annals of Mathematical
 * Statistics 6:190–196). Undefined as Pearson's.
 */
export function likelihoodRatio(table: ContingencyTable): ChiSquare | NoStatistic {
  const contingency = contingencyOf(table);
  if ('undefined' in contingency) {
    return contingency;
  }
  const { rowTotals, columnTotals, n } = contingency;
  let sum = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, observed] of row.entries()) {
      sum += observed === 0 ? 0 : observed * Math.log((observed * n) / (rowTotals[i]! * columnTotals[j]!));
    }
  }
  const statistic = Math.max(0, 2 * sum);
  const degreesOfFreedom = (rowTotals.length - 1) * (columnTotals.length - 1);
  return { statistic, degreesOfFreedom, p: chiSquareUpperTail(statistic, degreesOfFreedom) };
}
