import { type AdjustedP, benjaminiHochberg } from '../../statistics/adjusted-p.ts';
import type { Discrete } from '../../statistics/hypergeometric.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import { type DrawSettings, type PermutationTest, permutationTest } from './permutation-test.ts';

/** A count of one pair of codes and its distribution by chance in each document. */
export type PairAgainstChance = { readonly observed: number; readonly chance: readonly Discrete[] };

export type PairPermutations = {
  readonly tests: readonly (PermutationTest | NoStatistic)[];
  /** q of each pair's `greater`, null where there is none. */
  readonly q: readonly (number | null)[];
  /** How many pairs were tested and adjusted for. */
  readonly m: number;
};

/**
 * Permutation tests of all pairs of the table shown, with false discovery rates over those that have a p-value. Every
 * pair starts from the same seed, so its p does not change with what else is in the table.
 *
 * Yields the number of pairs done after each stretch of draws; returns the result.
 */
export function* pairPermutations(
  pairs: Iterable<PairAgainstChance>,
  settings: DrawSettings,
): Generator<number, PairPermutations> {
  const tests: (PermutationTest | NoStatistic)[] = [];
  for (const { observed, chance } of pairs) {
    const run = permutationTest(observed, chance, settings);
    let step = run.next();
    while (step.done !== true) {
      yield tests.length;
      step = run.next();
    }
    tests.push(step.value);
    yield tests.length;
  }
  const tested = tests.flatMap((test, place) => ('undefined' in test ? [] : [{ place, p: test.greater }]));
  const adjusted: AdjustedP = benjaminiHochberg(tested.map(({ p }) => p));
  const q = Array<number | null>(tests.length).fill(null);
  for (const [rank, { place }] of tested.entries()) {
    q[place] = adjusted.values[rank]!;
  }
  return { tests, q, m: adjusted.m };
}
