import type { Span } from '../../domain/span.ts';
import { unitedSpans } from '../spans.ts';

/** Where one coder gave one code along a text: bars in text order that share no position. */
export type CodeLine = {
  readonly code: string;
  readonly coder: string;
  readonly bars: readonly Span[];
  readonly characters: number;
};

/** A line for every code and coder that occur; codings that overlap or touch are one bar. */
export function codeLines(codings: readonly (Span & { readonly code: string; readonly coder: string })[]): CodeLine[] {
  return [...Map.groupBy(codings, ({ code }) => code)].flatMap(([code, ofCode]) =>
    [...Map.groupBy(ofCode, ({ coder }) => coder)].map(([coder, own]) => {
      const bars = unitedSpans(own);
      return { code, coder, bars, characters: bars.reduce((sum, { start, end }) => sum + end - start, 0) };
    }),
  );
}
