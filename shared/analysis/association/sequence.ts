import type { UnitMarks } from './unit-marks.ts';

/** The order of two codes within documents. Units with both codes at once are neither before nor after themselves. */
export type SequenceCounts = {
  /** Units with the first code that have a unit with the second one among the next `distance` units. */
  readonly precedes: number;
  /** Units with the first code that have a unit with the second one among the previous `distance` units. */
  readonly follows: number;
  /** Pairs of units, the first code in the earlier one and the second in the later, at most `distance` apart. */
  readonly pairsPreceding: number;
  readonly pairsFollowing: number;
};

/** Units of `earlier` with at least one of `later` 1 … distance places on, and how many such pairs. Both ascending. */
export function followedWithin(
  earlier: readonly number[],
  later: readonly number[],
  distance: number,
): { readonly units: number; readonly pairs: number } {
  let units = 0;
  let pairs = 0;
  let from = 0;
  let to = 0;
  for (const place of earlier) {
    while (from < later.length && later[from]! <= place) {
      from += 1;
    }
    to = Math.max(to, from);
    while (to < later.length && later[to]! <= place + distance) {
      to += 1;
    }
    units += to > from ? 1 : 0;
    pairs += to - from;
  }
  return { units, pairs };
}

/** How many places of `later` have at least one of `earlier` 1 … distance places before them. Both ascending. */
function precededWithin(later: readonly number[], earlier: readonly number[], distance: number): number {
  let units = 0;
  let before = -1;
  for (const place of later) {
    while (before + 1 < earlier.length && earlier[before + 1]! < place) {
      before += 1;
    }
    units += before >= 0 && earlier[before]! >= place - distance ? 1 : 0;
  }
  return units;
}

/** Ordered counts over documents; `distance` in units, at least 1. O(marks). */
export function sequenceCounts(documents: readonly UnitMarks[], distance: number): SequenceCounts {
  const counts = { precedes: 0, follows: 0, pairsPreceding: 0, pairsFollowing: 0 };
  for (const { first, second } of documents) {
    const after = followedWithin(first, second, distance);
    counts.precedes += after.units;
    counts.pairsPreceding += after.pairs;
    counts.follows += precededWithin(first, second, distance);
    counts.pairsFollowing += followedWithin(second, first, distance).pairs;
  }
  return counts;
}
