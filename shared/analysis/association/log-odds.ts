import { normalQuantile } from '../../statistics/normal.ts';
import type { Limits } from '../../statistics/interval.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import { marginsOf, type TwoByTwo } from './two-by-two.ts';

/** A log odds ratio (natural logarithm), its standard error, and value ± z · error. */
export type LogOdds = {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Limits;
  /** Whether .5 was added to all four cells. */
  readonly corrected: boolean;
};

function logOddsOf(cells: readonly number[], level: number, corrected: boolean): LogOdds {
  const [n11, n10, n01, n00] = cells as [number, number, number, number];
  const value = Math.log(n11) + Math.log(n00) - Math.log(n10) - Math.log(n01);
  const standardError = Math.sqrt(1 / n11 + 1 / n10 + 1 / n01 + 1 / n00);
  const reach = normalQuantile((1 + level) / 2) * standardError;
  return { value, standardError, interval: { low: value - reach, high: value + reach }, corrected };
}

/**
 * ln(n11 n00 / (n10 n01)) with √(Σ 1/cell) for its standard error (Woolf 1955, Annals of Human Genetics 19:251–253).
 * Undefined if a cell is 0.
 */
export function logOdds({ n11, n10, n01, n00 }: TwoByTwo, level = 0.95): LogOdds | NoStatistic {
  const cells = [n11, n10, n01, n00];
  return cells.includes(0) ? { undefined: 'zero_cell' } : logOddsOf(cells, level, false);
}

/**
 * The same with .5 added to all four cells whether or not one is 0 (Haldane 1956, Annals of Human Genetics 20:309–311;
 * Anscombe 1956, Biometrika 43:461–464). Undefined only without units.
 */
export function haldaneLogOdds(table: TwoByTwo, level = 0.95): LogOdds | NoStatistic {
  if (marginsOf(table).n === 0) {
    return { undefined: 'no_units' };
  }
  const { n11, n10, n01, n00 } = table;
  return logOddsOf([n11 + 0.5, n10 + 0.5, n01 + 0.5, n00 + 0.5], level, true);
}

/** What is reported: the plain log odds ratio, with .5 added to all four cells only if one of them is 0. */
export function reportedLogOdds(table: TwoByTwo, level = 0.95): LogOdds | NoStatistic {
  const plain = logOdds(table, level);
  return 'undefined' in plain ? haldaneLogOdds(table, level) : plain;
}
