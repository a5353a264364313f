import type { Span } from '../domain/span.ts';

/** A stretch of a transcript in which a hit lies whole: a turn, or what stands between two turns. UTF-16 positions. */
export type SearchPart = {
  /** Place of the turn in its document, 0-based; null between turns. */
  readonly turn: number | null;
  /** The turn's label and time; empty between turns. */
  readonly label: Span;
  readonly words: Span;
};

/** All that can be searched in a document, in text order: every turn, and what stands between them where it is not blank. */
export function searchParts(
  text: string,
  turns: readonly { readonly start: number; readonly contentStart: number; readonly end: number }[],
): SearchPart[] {
  const parts: SearchPart[] = [];
  const between = (start: number, end: number): void => {
    if (start < end && /\S/.test(text.slice(start, end)))
      parts.push({ turn: null, label: { start, end: start }, words: { start, end } });
  };
  let from = 0;
  turns.forEach(({ start, contentStart, end }, turn) => {
    between(from, start);
    parts.push({ turn, label: { start, end: contentStart }, words: { start: contentStart, end } });
    from = end;
  });
  between(from, text.length);
  return parts;
}
