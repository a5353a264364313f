import type { Span } from '../domain/span.ts';
import { splitsPair } from './offsets.ts';

/** How many UTF-16 units of context an anchor keeps on each side at most. */
export const contextLength = 32;

/** What stands right before and right after an anchored span, at most `contextLength` UTF-16 units each. */
export type AnchorContext = { readonly prefix: string; readonly suffix: string };

const anchorVerdicts = ['holds', 'outside', 'splits_pair', 'context_differs'] as const;
export type AnchorVerdict = (typeof anchorVerdicts)[number];

/**
 * The context of a span: up to 32 UTF-16 units on each side, one fewer where a surrogate pair would be split, less at
 * the ends of the text. Throws RangeError for a span outside the text, reversed, or with an end inside a surrogate pair.
 */
export function anchorContext(text: string, span: Span): AnchorContext {
  const fault = spanFault(text, span);
  if (fault !== null) {
    throw new RangeError(
      `span ${span.start}..${span.end} does not fit a text of ${text.length} UTF-16 units: ${fault}`,
    );
  }
  let from = Math.max(0, span.start - contextLength);
  if (splitsPair(text, from)) from++;
  let to = Math.min(text.length, span.end + contextLength);
  if (splitsPair(text, to)) to--;
  return { prefix: text.slice(from, span.start), suffix: text.slice(span.end, to) };
}

/**
 * Whether a stored span and its context still fit the text: `outside` (beyond the text or reversed), `splits_pair` (an
 * end inside a surrogate pair), `context_differs` (other words around it), else `holds`. The quote itself is compared by
 * the caller, who keeps its hash.
 */
export function verifyAnchor(text: string, span: Span, context: AnchorContext): AnchorVerdict {
  const fault = spanFault(text, span);
  if (fault !== null) return fault;
  const found = anchorContext(text, span);
  return found.prefix === context.prefix && found.suffix === context.suffix ? 'holds' : 'context_differs';
}

function spanFault(text: string, { start, end }: Span): 'outside' | 'splits_pair' | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    return 'outside';
  }
  return splitsPair(text, start) || splitsPair(text, end) ? 'splits_pair' : null;
}
