import type { Span } from '../../domain/span.ts';

/** How a span a lies to a span b of the same document: exactly one of these for spans that are not empty. */
export type SpanRelation =
  | 'equal'
  | 'a_within_b'
  | 'b_within_a'
  | 'a_overlaps_b_from_left'
  | 'a_overlaps_b_from_right'
  | 'a_before_b'
  | 'b_before_a';

/**
 * The relation of two spans: the 13 of Allen 1983 (Communications of the ACM 26:832–843) merged to seven. "Within"
 * includes a shared start or end but not equality; "before" includes touching, which is not co-occurrence.
 */
export function spanRelation(a: Span, b: Span): SpanRelation {
  if (a.end <= b.start) {
    return 'a_before_b';
  }
  if (b.end <= a.start) {
    return 'b_before_a';
  }
  if (a.start === b.start && a.end === b.end) {
    return 'equal';
  }
  if (a.start >= b.start && a.end <= b.end) {
    return 'a_within_b';
  }
  if (b.start >= a.start && b.end <= a.end) {
    return 'b_within_a';
  }
  return a.start < b.start ? 'a_overlaps_b_from_left' : 'a_overlaps_b_from_right';
}

/** Whether two spans touch without sharing anything: one starts where the other ends. */
export function spansAdjacent(a: Span, b: Span): boolean {
  return a.end === b.start || b.end === a.start;
}

/** Whether two spans have one of the relations that count as co-occurrence: at least one position shared. */
export function relationShares(relation: SpanRelation): boolean {
  return relation !== 'a_before_b' && relation !== 'b_before_a';
}
