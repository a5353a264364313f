import { type Interval, percentileInterval } from '../../statistics/interval.ts';
import { randomFrom } from '../../statistics/random.ts';
import { drawResample } from '../../statistics/resampling.ts';
import type { NoStatistic, Statistic } from '../../statistics/statistic.ts';
import type { DrawSettings } from '../association/permutation-test.ts';
import { cochranQ } from '../comparison/cochran-q.ts';
import { conover, type Conover } from '../comparison/conover.ts';
import type { DrawnP } from '../comparison/drawn-table-test.ts';
import { friedman } from '../comparison/friedman.ts';
import { mcNemarPairs, type McNemarPair } from '../comparison/mcnemar.ts';
import { doubledRanks } from '../comparison/mid-ranks.ts';
import type { RepeatedMeasures } from '../comparison/repeated-measures.ts';
import { drawnRowP, exactRowP } from '../comparison/row-permutation.ts';

/** From this many respondents on a p-value for large samples is printed. */
export const fewRespondents = 20;

/** A p-value that does not lean on large samples: gone through, or drawn. */
export type FreeP =
  | { readonly kind: 'exact'; readonly p: number }
  | ({ readonly kind: 'drawn' } & Omit<DrawnP, 'source'>)
  | NoStatistic;

/** A test of whether conditions differ among the same respondents: the effect and its interval come first. */
export type OmnibusTest = {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** η² of Cochran's Q, or Kendall's W: 0..1. */
  readonly effect: number;
  /** 95 %, percentile bootstrap over respondents. */
  readonly interval: Interval;
  readonly free: FreeP;
  /** Of the χ² distribution; `too_few_units` under 20 respondents, where it is not to be trusted. */
  readonly asymptotic: Statistic;
};

export type RowTests = {
  /** Respondents counted, and those left out because they did not speak of every condition. */
  readonly n: number;
  readonly dropped: number;
  /** Does it occur more often under some conditions? (present or not) */
  readonly cochran: (OmnibusTest & { readonly effectiveN: number }) | NoStatistic;
  readonly mcNemar: readonly McNemarPair[];
  /** Does it occur more or less under some conditions? (passages, ranked) */
  readonly friedman: OmnibusTest | NoStatistic;
  /** Only where Friedman's test finds a difference at .05. */
  readonly conover: Conover | NoStatistic | null;
};

/** Draws of the bootstrap over respondents. */
const resamples = 2_000;

/** The effect of a test under resampling of the respondents. Resamples without a value are left out. */
function bootstrapInterval(
  rows: RepeatedMeasures,
  seed: number,
  effect: (rows: RepeatedMeasures) => number | null,
): Interval {
  if (rows.length < 2) return { undefined: 'too_few_units' };
  const random = randomFrom(seed);
  const counts = new Float64Array(rows.length);
  const ones = rows.map(() => 1);
  const values: number[] = [];
  for (let draw = 0; draw < resamples; draw += 1) {
    drawResample(ones, random, counts);
    const value = effect(rows.flatMap((row, place) => Array.from({ length: counts[place]! }, () => row)));
    if (value !== null) values.push(value);
  }
  return values.length < 2
    ? { undefined: 'too_few_units' }
    : percentileInterval(
        values.sort((a, b) => a - b),
        0.95,
      );
}

function* freeP(rows: RepeatedMeasures, settings: DrawSettings): Generator<number, FreeP> {
  const exact = exactRowP(rows);
  if ('value' in exact) return { kind: 'exact', p: exact.value };
  if (exact.undefined !== 'too_large') return exact;
  const drawn = yield* drawnRowP(rows, settings);
  if ('undefined' in drawn) return drawn;
  const { p, standardError, draws } = drawn;
  return { kind: 'drawn', p, standardError, draws };
}

function asymptotic(p: number, n: number): Statistic {
  return n < fewRespondents ? { undefined: 'too_few_units' } : { value: p };
}

/** The smaller of what is known of a p-value, for the question whether to compare single conditions. */
function known(free: FreeP, large: Statistic): number {
  if ('p' in free) return free.p;
  return 'value' in large ? large.value : 1;
}

/**
 * The tests of one code over conditions (behaviours) for the same respondents; `passages` has a row for each respondent
 * and a count for each condition, null where the respondent did not speak of it. Respondents without a null are
 * counted, the others dropped and their number told.
 *
 * Yields now and then, so that a caller may stop; returns the result.
 */
export function* rowTests(
  passages: readonly (readonly (number | null)[])[],
  settings: DrawSettings,
): Generator<number, RowTests> {
  const complete = passages.filter((row): row is readonly number[] => row.every((count) => count !== null));
  const n = complete.length;
  const presence = complete.map((row) => row.map((count) => (count > 0 ? 1 : 0)));

  const q = cochranQ(presence);
  let cochran: RowTests['cochran'];
  if ('undefined' in q) cochran = q;
  else {
    cochran = {
      statistic: q.statistic,
      degreesOfFreedom: q.degreesOfFreedom,
      effectiveN: q.effectiveN,
      effect: q.etaSquared,
      interval: bootstrapInterval(presence, settings.seed, (rows) => {
        const again = cochranQ(rows);
        return 'undefined' in again ? null : again.etaSquared;
      }),
      free: yield* freeP(presence, settings),
      asymptotic: asymptotic(q.p, n),
    };
    yield 1;
  }

  const ranks = friedman(complete);
  let ranked: OmnibusTest | NoStatistic;
  if ('undefined' in ranks) ranked = ranks;
  else {
    ranked = {
      statistic: ranks.statistic,
      degreesOfFreedom: ranks.degreesOfFreedom,
      effect: ranks.w,
      interval: bootstrapInterval(complete, settings.seed, (rows) => {
        const again = friedman(rows);
        return 'undefined' in again ? null : again.w;
      }),
      free: yield* freeP(
        complete.map((row) => doubledRanks(row)),
        settings,
      ),
      asymptotic: asymptotic(ranks.p, n),
    };
  }
  const differs = !('undefined' in ranked) && known(ranked.free, ranked.asymptotic) < 0.05;
  return {
    n,
    dropped: passages.length - n,
    cochran,
    mcNemar: mcNemarPairs(presence),
    friedman: ranked,
    conover: differs ? conover(complete) : null,
  };
}
