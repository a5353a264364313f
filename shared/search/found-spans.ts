import type { Span } from '../domain/span.ts';
import { foldText } from '../text/fold.ts';
import type { CompiledQuery } from './search-query.ts';

/** Finds the matches of one query in many folded texts: for each its spans, empty ones left out. */
export type FoldedMatcher = (texts: readonly string[]) => readonly (readonly Span[])[];

/** A matcher for queries that cannot run away; patterns of the user's own need a guarded one. */
export function plainMatcher({ source, flags }: CompiledQuery): FoldedMatcher {
  const pattern = new RegExp(source, flags);
  return (texts) =>
    texts.map((text) =>
      Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length })).filter(
        ({ start, end }) => start < end,
      ),
    );
}

/** The hits in stretches of a stored text, in order, as spans of the stored text widened to whole characters. */
export function foundSpans(text: string, stretches: readonly Span[], matcher: FoldedMatcher): Span[] {
  const folded = stretches.map(({ start, end }) => foldText(text.slice(start, end)));
  const found: Span[] = [];
  for (const [place, matches] of matcher(folded.map((one) => one.folded)).entries()) {
    const { start: from } = stretches[place]!;
    let last = -1;
    for (const match of matches) {
      const { start, end } = folded[place]!.toStored(match);
      // Two hits inside the expansion of one character (㌫ in パーセント) are one place in the stored text.
      if (start !== last) found.push({ start: from + start, end: from + end });
      last = start;
    }
  }
  return found;
}
