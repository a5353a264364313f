import type { Span } from '../domain/span.ts';

/*
 * Interval algebra on one axis of one document. The functions do not care what a position is; the analyses run on
 * Unicode code points, so their callers convert each stored span once. "Sorted and disjoint" means ascending, non-empty
 * and without shared positions (touching is allowed): the shape `unitedSpans` returns.
 */

/** The positions covered by any of the spans, as sorted disjoint spans; overlapping and touching spans become one. Empty spans vanish. O(n log n). */
export function unitedSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start);
  const united: Span[] = [];
  for (const span of sorted) {
    const last = united.at(-1);
    if (last === undefined || span.start > last.end) {
      united.push({ start: span.start, end: span.end });
    } else if (span.end > last.end) {
      united[united.length - 1] = { start: last.start, end: span.end };
    }
  }
  return united;
}

/** The positions in both lists; each list sorted and disjoint, and so is the result. Clipping to a scope is this with the scope as second list. O(n + m). */
export function intersectedSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const shared: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) {
      shared.push({ start, end });
    }
    if (left.end < right.end) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return shared;
}

/** Number of positions in disjoint spans. */
export function totalLength(spans: readonly Span[]): number {
  let total = 0;
  for (const span of spans) {
    total += span.end - span.start;
  }
  return total;
}

/** Place of the first span that ends after `position`, looking from place `from` on; the length of the list if none does. Sorted disjoint spans. O(log n). */
export function firstEndingAfter(spans: readonly Span[], position: number, from = 0): number {
  let low = from;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end > position) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/**
 * A function from a position to the number of scope positions before it: the axis with everything outside the scope
 * cut away. A span maps to one span again, two spans overlap there exactly when they share a position inside the
 * scope, and a span with nothing in the scope becomes empty. Scope sorted and disjoint; O(log n) a call.
 */
export function positionWithin(scope: readonly Span[]): (position: number) => number {
  const lengthBefore = new Float64Array(scope.length + 1);
  for (let i = 0; i < scope.length; i += 1) {
    lengthBefore[i + 1] = lengthBefore[i]! + scope[i]!.end - scope[i]!.start;
  }
  return (position) => {
    const place = firstEndingAfter(scope, position);
    const inside = place < scope.length ? Math.max(0, position - scope[place]!.start) : 0;
    return lengthBefore[place]! + inside;
  };
}
