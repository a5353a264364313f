import type { Span } from '../domain/span.ts';
import { splitsPair } from './offsets.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How far a window reaches for a sure boundary before it settles for any code point boundary. */
const reach = 1024;

/**
 * The span widened outward so that both ends lie on grapheme cluster boundaries (UTF-16 units, half-open). An end that
 * already lies on a boundary stays, so an empty span on a boundary stays empty. Positions outside the text are clamped.
 * The cost depends on the neighbourhood of the two ends only, not on the length of the text.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  const start = graphemeAround(text, span.start).start;
  const last = graphemeAround(text, span.end);
  return { start, end: last.start === span.end ? span.end : last.end };
}

/** Whether a caret may stand here without dividing what a reader sees as one character. */
export function isGraphemeBoundary(text: string, at: number): boolean {
  return graphemeAround(text, at).start === at;
}

/** The grapheme cluster that holds the character at `at`; empty at the end of the text. */
function graphemeAround(text: string, at: number): Span {
  if (at <= 0 && text.length === 0) return { start: 0, end: 0 };
  if (at >= text.length) return { start: text.length, end: text.length };
  const position = Math.max(at, 0);
  const windowStart = sureBoundaryBefore(text, position);
  const windowEnd = sureBoundaryAfter(text, position + 1);
  const segment = segmenter.segment(text.slice(windowStart, windowEnd)).containing(position - windowStart);
  if (segment === undefined) return { start: position, end: position };
  const start = windowStart + segment.index;
  return { start, end: start + segment.segment.length };
}

function sureBoundaryBefore(text: string, at: number): number {
  const limit = Math.max(0, at - reach);
  for (let boundary = at; boundary > limit; boundary--) if (isSureBoundary(text, boundary)) return boundary;
  return splitsPair(text, limit) ? limit - 1 : limit;
}

function sureBoundaryAfter(text: string, at: number): number {
  const limit = Math.min(text.length, at + reach);
  for (let boundary = at; boundary < limit; boundary++) if (isSureBoundary(text, boundary)) return boundary;
  return splitsPair(text, limit) ? limit + 1 : limit;
}

/** Two neighbours that never join into one cluster, whatever stands around them. */
function isSureBoundary(text: string, at: number): boolean {
  return isSolitary(text.charCodeAt(at - 1)) && isSolitary(text.charCodeAt(at));
}

/** Printable ASCII and line feed, kana letters, Han, Hangul syllables: never joined to one another (UAX 29, GB999). */
function isSolitary(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    unit === 0x0a ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3)
  );
}
