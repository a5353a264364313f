import { shiftedTogether, shuffledTogether } from './chance-in-document.ts';
import { type PairPermutations, pairPermutations } from './pair-permutations.ts';
import type { DrawSettings } from './permutation-test.ts';
import { sharedPlaces, type UnitMarks } from './unit-marks.ts';

/** The units of one document, numbered in text order, and which of them carry each code (places ascending). */
export type CodeMarks = { readonly units: number; readonly places: ReadonlyMap<number, readonly number[]> };

/** How the second code is dealt out anew within a document: unit by unit, or moved round as a whole. */
export type ChanceRule = 'shuffle' | 'shift';

export type PairTests = DrawSettings & {
  readonly documents: readonly CodeMarks[];
  readonly pairs: readonly (readonly [first: number, second: number])[];
  readonly chance: ChanceRule;
};

/** The marks of one pair in the documents that have units. */
export function pairMarks(documents: readonly CodeMarks[], first: number, second: number): UnitMarks[] {
  return documents.map(({ units, places }) => ({
    units,
    first: places.get(first) ?? [],
    second: places.get(second) ?? [],
  }));
}

/**
 * Tests how often two codes share a unit against dealing the second one out anew within each document, for every pair.
 * Yields the number of pairs done; returns the p-values with their false discovery rates.
 */
export function* pairTests({ documents, pairs, chance, ...draws }: PairTests): Generator<number, PairPermutations> {
  const dealt = chance === 'shuffle' ? shuffledTogether : shiftedTogether;
  function* against() {
    for (const [first, second] of pairs) {
      const marks = pairMarks(documents, first, second);
      yield {
        observed: marks.reduce((sum, one) => sum + sharedPlaces(one.first, one.second), 0),
        chance: marks.map(dealt),
      };
    }
  }
  return yield* pairPermutations(against(), draws);
}
