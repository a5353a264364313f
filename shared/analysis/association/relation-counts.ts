import type { Span } from '../../domain/span.ts';
import { visitOverlaps } from '../sweep.ts';
import { type SpanRelation, spanRelation } from './span-relation.ts';

/** How many pairs, one span of each list, stand in each relation. */
export type RelationCounts = { readonly [R in SpanRelation]: number };

/** How many pairs follow each other with a gap of 0 … d positions, in either order. */
export type NearPairs = {
  readonly firstPrecedes: number;
  readonly firstFollows: number;
};

type Sided = Span & { readonly side: 0 | 1 };

function filled(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span) => span.start < span.end);
}

/** How many of the ascending numbers are less than `limit`. */
function below(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function startsOf(spans: readonly Span[]): Float64Array {
  return Float64Array.from(spans, (span) => span.start).sort();
}

/** Pairs whose later span starts 0 … `most` positions after the earlier one ends. */
function pairsAfter(earlier: readonly Span[], later: readonly Span[], most: number): number {
  const starts = startsOf(later);
  return earlier.reduce((sum, { end }) => sum + below(starts, end + most + 1) - below(starts, end), 0);
}

/**
 * Counts every pair of a span of `a` and one of `b`, both of the same document and in any order; empty spans are left
 * out. Pairs that share nothing are counted without going through them: O(n log n + overlapping pairs).
 */
export function relationCounts(a: readonly Span[], b: readonly Span[]): RelationCounts {
  const first = filled(a);
  const second = filled(b);
  const counts: Record<SpanRelation, number> = {
    equal: 0,
    a_within_b: 0,
    b_within_a: 0,
    a_overlaps_b_from_left: 0,
    a_overlaps_b_from_right: 0,
    a_before_b: pairsAfter(first, second, Infinity),
    b_before_a: pairsAfter(second, first, Infinity),
  };
  const sided = [
    ...first.map(({ start, end }): Sided => ({ start, end, side: 0 })),
    ...second.map(({ start, end }): Sided => ({ start, end, side: 1 })),
  ];
  visitOverlaps(sided, (one, other) => {
    if (one.side !== other.side) {
      counts[one.side === 0 ? spanRelation(one, other) : spanRelation(other, one)] += 1;
    }
  });
  return counts;
}

/** Pairs that share at least one position. */
export function overlappingPairs(counts: RelationCounts): number {
  return (
    counts.equal +
    counts.a_within_b +
    counts.b_within_a +
    counts.a_overlaps_b_from_left +
    counts.a_overlaps_b_from_right
  );
}

/** Pairs with nothing shared and at most `gap` positions between them, by which comes first. O(n log n). */
export function nearPairs(a: readonly Span[], b: readonly Span[], gap: number): NearPairs {
  const first = filled(a);
  const second = filled(b);
  return { firstPrecedes: pairsAfter(first, second, gap), firstFollows: pairsAfter(second, first, gap) };
}

/** Pairs that touch: one starts where the other ends. */
export function adjacentPairs(a: readonly Span[], b: readonly Span[]): number {
  const { firstPrecedes, firstFollows } = nearPairs(a, b, 0);
  return firstPrecedes + firstFollows;
}

/** How many spans of `a` share a position with at least one of `b`. `b` in any order. */
export function spansTouched(a: readonly Span[], b: readonly Span[]): number {
  const touched = new Set<Sided>();
  const sided = [
    ...a.map(({ start, end }): Sided => ({ start, end, side: 0 })),
    ...b.map(({ start, end }): Sided => ({ start, end, side: 1 })),
  ];
  visitOverlaps(sided, (one, other) => {
    if (one.side !== other.side) {
      touched.add(one.side === 0 ? one : other);
    }
  });
  return touched.size;
}
