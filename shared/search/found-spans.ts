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

/** Where to look in a text. */
export type Searchable = { readonly text: string; readonly stretches: readonly Span[] };

/** The hits in stretches of stored texts, for each text in order, as spans of the stored text widened to whole characters. */
export function foundInTexts(searchables: readonly Searchable[], matcher: FoldedMatcher): Span[][] {
  const folded = searchables.map(({ text, stretches }) =>
    stretches.map(({ start, end }) => foldText(text.slice(start, end))),
  );
  const matches = matcher(folded.flatMap((ofText) => ofText.map((one) => one.folded)))[Symbol.iterator]();
  return searchables.map(({ stretches }, place) => {
    const found: Span[] = [];
    for (const [at, { start: from }] of stretches.entries()) {
      let last = -1;
      for (const match of matches.next().value ?? []) {
        const { start, end } = folded[place]![at]!.toStored(match);
        // Two hits inside the expansion of one character (㌫ in パーセント) are one place in the stored text.
        if (start !== last) found.push({ start: from + start, end: from + end });
        last = start;
      }
    }
    return found;
  });
}
