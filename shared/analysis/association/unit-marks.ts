import type { TwoByTwo } from './two-by-two.ts';

/** The units of one document, numbered in text order, and which of them carry each of two codes (places ascending). */
export type UnitMarks = {
  readonly units: number;
  readonly first: readonly number[];
  readonly second: readonly number[];
};

/** How many places are in both ascending lists. */
export function sharedPlaces(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  let j = 0;
  for (const place of a) {
    while (j < b.length && b[j]! < place) {
      j += 1;
    }
    shared += b[j] === place ? 1 : 0;
  }
  return shared;
}

/** The 2×2 table over the units of all documents. */
export function twoByTwoOf(documents: readonly UnitMarks[]): TwoByTwo {
  let n = 0;
  let n1 = 0;
  let n2 = 0;
  let n11 = 0;
  for (const { units, first, second } of documents) {
    n += units;
    n1 += first.length;
    n2 += second.length;
    n11 += sharedPlaces(first, second);
  }
  return { n11, n10: n1 - n11, n01: n2 - n11, n00: n - n1 - n2 + n11 };
}
