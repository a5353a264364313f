import type { Span } from '../domain/span.ts';
import { trimmedSpan } from '../text/trimmed-span.ts';

/**
 * What is left of a span when another is taken out of it, in text order: nothing, one part or two, each without blanks at
 * its ends; a part of blanks only is none. The span itself, untrimmed, where the two share nothing.
 */
export function leftOverSpans(text: string, span: Span, taken: Span): readonly Span[] {
  if (taken.start >= span.end || taken.end <= span.start || taken.start >= taken.end) return [span];
  const before = { start: span.start, end: Math.max(span.start, taken.start) };
  const after = { start: Math.min(span.end, taken.end), end: span.end };
  return [before, after].flatMap((part) => trimmedSpan(text, part) ?? []);
}

/** The halves of a span cut at a position, without blanks at the cut; null where it does not fall between words of both. */
export function halvedSpan(text: string, span: Span, at: number): readonly [Span, Span] | null {
  if (at <= span.start || at >= span.end) return null;
  const first = trimmedSpan(text, { start: span.start, end: at });
  const second = trimmedSpan(text, { start: at, end: span.end });
  return first && second ? [first, second] : null;
}
