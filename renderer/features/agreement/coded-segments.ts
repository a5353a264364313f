import { type Span, spansOverlap } from '../../../shared/domain/span.ts';

/** A stretch of text and whether one coder coded it. */
export type CodedSegment = Span & { readonly coded: boolean };

/**
 * Cuts `within` into stretches coded and not coded, in order and without gaps.
 * `coded` spans may come in any order and overlap; what touches is joined.
 */
export function codedSegments(within: Span, coded: readonly Span[]): CodedSegment[] {
  const inside = coded
    .filter((span) => spansOverlap(span, within))
    .map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .sort((a, b) => a.start - b.start);
  const segments: CodedSegment[] = [];
  let place = within.start;
  for (const { start, end } of inside) {
    if (end <= place) continue;
    const last = segments.at(-1);
    if (start > place) segments.push({ start: place, end: start, coded: false });
    if (last?.coded && start <= place) segments[segments.length - 1] = { start: last.start, end, coded: true };
    else segments.push({ start: Math.max(start, place), end, coded: true });
    place = end;
  }
  if (place < within.end) segments.push({ start: place, end: within.end, coded: false });
  return segments;
}
