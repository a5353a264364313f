import type { Span } from '../domain/span.ts';

/** A span of a text without the blanks at its ends; null if nothing is left. */
export function trimmedSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const lead = words.indexOf(trimmed);
  return { start: start + lead, end: start + lead + trimmed.length };
}
