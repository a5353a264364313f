import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import { type LogOdds, reportedLogOdds } from './log-odds.ts';
import { ochiai } from './ochiai.ts';

/** The four cells of a pair, null where nothing is counted by unit. */
type PairCells = {
  readonly n11: number | null;
  readonly n10: number | null;
  readonly n01: number | null;
  readonly n00: number | null;
};

/** The measures shown beside Jaccard for every pair; null without a table. The interval of the log odds is of 95 %. */
export type PairMeasures = { readonly ochiai: Statistic | null; readonly logOdds: LogOdds | NoStatistic | null };

/** Ochiai and the log odds ratio of a pair of codes counted by unit. */
export function pairMeasures({ n11, n10, n01, n00 }: PairCells): PairMeasures {
  if (n11 === null || n10 === null || n01 === null || n00 === null) {
    return { ochiai: null, logOdds: null };
  }
  const table = { n11, n10, n01, n00 };
  return { ochiai: ochiai(table), logOdds: reportedLogOdds(table) };
}
