import type { Span } from '../../domain/span.ts';

/**
 * What a coder decided with one code: the coder's overlapping spans as one, in text order. Spans that only touch stay
 * two decisions, since a coder who makes two means two.
 */
export function spanDecisions(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  const decisions: Span[] = [];
  for (const { start, end } of sorted) {
    const last = decisions.at(-1);
    if (last !== undefined && start < last.end) {
      decisions[decisions.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      decisions.push({ start, end });
    }
  }
  return decisions;
}
