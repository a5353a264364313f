import { type Span, spanLength } from '../../domain/span.ts';
import { largestMatching } from '../../statistics/matching.ts';
import type { Measure } from '../../statistics/measure.ts';

/**
 * When two coders' spans of a code are the same decision: `exact` same start and end; `overlap` at least one position
 * in common; `iou` common positions over all positions of either at least `least` (0 < least ≤ 1), .5 by custom.
 */
export type SpanCriterion = { readonly kind: 'exact' | 'overlap' } | { readonly kind: 'iou'; readonly least: number };

/** Spans of two coders, how many can be paired, and F1 = 2 · matched / (first + second). */
export type SpanF1 = {
  readonly first: number;
  readonly second: number;
  readonly matched: number;
  readonly f1: Measure;
};

/**
 * F1 of the spans two coders gave one code, each span paired at most once and as many pairs as possible. It is Holsti's
 * ratio of span decisions and what kappa tends to when uncoded text has no countable units (Hripcsak & Rothschild
 * 2005, J. Am. Med. Inform. Assoc. 12:296–298). Neither coder used the code: undefined (`never_used`), not 0 or 1.
 */
export function spanF1(first: readonly Span[], second: readonly Span[], criterion: SpanCriterion): SpanF1 {
  const matched = largestMatching(candidatePairs(first, second, criterion), second.length);
  const decisions = first.length + second.length;
  return {
    first: first.length,
    second: second.length,
    matched,
    f1: decisions > 0 ? { value: (2 * matched) / decisions } : { undefined: 'never_used' },
  };
}

/** For each span of the first coder the places of those of the second that meet the criterion. */
function candidatePairs(first: readonly Span[], second: readonly Span[], criterion: SpanCriterion): number[][] {
  const byStart = [...second.entries()].sort(([, a], [, b]) => a.start - b.start);
  const longest = second.reduce((most, span) => Math.max(most, spanLength(span)), 0);
  return first.map((span) => {
    const places: number[] = [];
    let low = 0;
    let high = byStart.length;
    // Nothing that starts earlier than the longest span before this one can reach it.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (byStart[middle]![1].start < span.start - longest) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (let at = low; at < byStart.length && byStart[at]![1].start < span.end; at += 1) {
      const [place, other] = byStart[at]!;
      if (isSameDecision(span, other, criterion)) {
        places.push(place);
      }
    }
    return places;
  });
}

function isSameDecision(a: Span, b: Span, criterion: SpanCriterion): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (shared <= 0) {
    return false;
  }
  if (criterion.kind === 'exact') {
    return a.start === b.start && a.end === b.end;
  }
  return criterion.kind !== 'iou' || shared >= criterion.least * (spanLength(a) + spanLength(b) - shared);
}
