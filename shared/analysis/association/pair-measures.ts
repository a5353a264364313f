import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import { conditionalShares } from './conditional-shares.ts';
import { dice } from './dice.ts';
import { fisherExact } from './fisher-exact.ts';
import { inclusion } from './inclusion.ts';
import { lift } from './lift.ts';
import { type LogOdds, reportedLogOdds } from './log-odds.ts';
import { ochiai } from './ochiai.ts';
import { phi } from './phi.ts';
import { normalizedInformation, positiveInformation } from './pointwise-information.ts';
import { yuleQ } from './yule-q.ts';

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

/** Everything else that is said of a pair counted by unit: functions of its four cells alone. */
export type FurtherMeasures = {
  /** Of the units with the first code those with both, and the other way round. */
  readonly ofFirst: Statistic;
  readonly ofSecond: Statistic;
  readonly lift: Statistic;
  /** Positive and normalized pointwise mutual information. */
  readonly ppmi: Statistic;
  readonly npmi: Statistic;
  readonly phi: Statistic;
  readonly dice: Statistic;
  readonly inclusion: Statistic;
  readonly yuleQ: Statistic;
  /** Two-sided; takes units for independent of each other, and so ignores that those of one interview are not. */
  readonly fisher: Statistic;
};

/** Their names, in the order of a table. */
export const furtherMeasureNames = [
  'ofFirst',
  'ofSecond',
  'lift',
  'ppmi',
  'npmi',
  'phi',
  'dice',
  'inclusion',
  'yuleQ',
  'fisher',
] as const satisfies readonly (keyof FurtherMeasures)[];

/** The further measures of a pair; null without a table. */
export function furtherMeasures({ n11, n10, n01, n00 }: PairCells): FurtherMeasures | null {
  if (n11 === null || n10 === null || n01 === null || n00 === null) {
    return null;
  }
  const table = { n11, n10, n01, n00 };
  const shares = conditionalShares(table);
  const fisher = fisherExact(table);
  return {
    ofFirst: shares.secondGivenFirst,
    ofSecond: shares.firstGivenSecond,
    lift: lift(table),
    ppmi: positiveInformation(table),
    npmi: normalizedInformation(table),
    phi: phi(table),
    dice: dice(table),
    inclusion: inclusion(table),
    yuleQ: yuleQ(table),
    fisher: 'undefined' in fisher ? fisher : { value: fisher.twoSided },
  };
}
