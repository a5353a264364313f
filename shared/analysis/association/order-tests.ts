import { shiftedPrecedes } from './chance-in-document.ts';
import { type PairPermutations, pairPermutations } from './pair-permutations.ts';
import { type CodeMarks, pairMarks } from './pair-tests.ts';
import type { DrawSettings } from './permutation-test.ts';
import { sequenceCounts } from './sequence.ts';

export type OrderTests = DrawSettings & {
  /** The turns of each document, and which carry which codes. */
  readonly documents: readonly CodeMarks[];
  /** Ordered: the first code before the second. */
  readonly pairs: readonly (readonly [first: number, second: number])[];
  /** How many turns later the second may come, at least 1. */
  readonly distance: number;
};

/**
 * Tests how many turns with a first code have a second one in one of the next turns against moving the second round each
 * document as a whole, every shift equally likely, which keeps how a code clusters. Yields the number of pairs done.
 */
export function* orderTests({ documents, pairs, distance, ...draws }: OrderTests): Generator<number, PairPermutations> {
  function* against() {
    for (const [first, second] of pairs) {
      const marks = pairMarks(documents, first, second);
      yield {
        observed: sequenceCounts(marks, distance).precedes,
        chance: marks.map((one) => shiftedPrecedes(one, distance)),
      };
    }
  }
  return yield* pairPermutations(against(), draws);
}
