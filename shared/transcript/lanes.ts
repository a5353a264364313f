import type { Span } from '../domain/span.ts';

/** Characters a lane stays free after a coding before another may use it: a line's worth, or two bars would touch on a shared line. */
export function laneGap(language: string): number {
  return /^(zh|ja|ko)/.test(language) ? 30 : 64;
}

/**
 * The lane of each span, by greedy interval packing in text order (start, then longer first, then as given): the lowest
 * lane whose last bar ended at least `gap` characters before. Answers lanes in the order the spans were given.
 * Computed from positions, never from pixels, so that lanes stay the same whatever the window's width. O(n log n + n·lanes).
 */
export function packedLanes(spans: readonly Span[], gap: number): number[] {
  const order = spans
    .map((span, place) => ({ span, place }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.place - b.place);
  const lanes = Array.from<number>({ length: spans.length });
  const freeFrom: number[] = [];
  for (const { span, place } of order) {
    let lane = freeFrom.findIndex((free) => free <= span.start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = span.end + gap;
    lanes[place] = lane;
  }
  return lanes;
}
