import type { Span } from '../../domain/span.ts';
import { firstEndingAfter, unitedSpans } from '../spans.ts';

/**
 * When a passage of one code counts as said about another code:
 *
 * - `overlap`: it shares at least one position with a passage of that code.
 * - `range`: a passage of that code has the very same ends.
 * - `turn`: both touch one and the same turn.
 * - `document`: that code occurs anywhere in the same document.
 */
export const membershipRules = ['overlap', 'range', 'turn', 'document'] as const;
export type PassageRule = (typeof membershipRules)[number];

/** Places of the turns a span touches, first and last; null for none. Turns in order and disjoint. O(log n). */
function turnsTouched(turns: readonly Span[], { start, end }: Span): { first: number; last: number } | null {
  const first = firstEndingAfter(turns, start);
  let last = first - 1;
  while (last + 1 < turns.length && turns[last + 1]!.start < end) last += 1;
  return last < first ? null : { first, last };
}

/** Whether sorted disjoint spans share a position with a span. O(log n). */
export function touchesAny(united: readonly Span[], { start, end }: Span): boolean {
  const place = firstEndingAfter(united, start);
  return place < united.length && united[place]!.start < end;
}

/**
 * A test of whether a passage of one document counts as said about `about`, all passages of the other code there, in any
 * order. O(n log n) once, then O(log n) a passage.
 */
export function membershipTest(
  rule: PassageRule,
  turns: readonly Span[],
  about: readonly Span[],
): (passage: Span) => boolean {
  const filled = about.filter(({ start, end }) => start < end);
  if (filled.length === 0) return () => false;
  if (rule === 'document') return () => true;
  if (rule === 'range') {
    const ranges = new Set(filled.map(({ start, end }) => `${start} ${end}`));
    return ({ start, end }) => ranges.has(`${start} ${end}`);
  }
  if (rule === 'overlap') {
    const united = unitedSpans(filled);
    return (passage) => touchesAny(united, passage);
  }
  const touched = new Set<number>();
  for (const span of filled) {
    const places = turnsTouched(turns, span);
    if (places) for (let place = places.first; place <= places.last; place += 1) touched.add(place);
  }
  return (passage) => {
    const places = turnsTouched(turns, passage);
    if (!places) return false;
    for (let place = places.first; place <= places.last; place += 1) if (touched.has(place)) return true;
    return false;
  };
}
