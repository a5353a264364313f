import type { Span } from '../../domain/span.ts';
import { foldText } from '../../text/fold.ts';
import { wordSpans } from '../../text/segment.ts';
import { firstEndingAfter } from '../spans.ts';

/** A stretch of a transcript whose words count; all positions in UTF-16. */
export type WordSource = {
  readonly text: string;
  readonly language: string;
  /** What is said by those who count: sorted, disjoint. A word never reaches over two of these. */
  readonly said: readonly Span[];
  /** Coded stretches in which words count, sorted and disjoint; null: everywhere. */
  readonly within: readonly Span[] | null;
};

export type Word = Span & { readonly form: string };

/** How a word is compared: letter case, width and composition set aside. */
export function wordForm(word: string): string {
  return foldText(word).folded.replaceAll('’', "'");
}

/** Whether a span lies wholly in one of the stretches. */
export function liesWithin(span: Span, stretches: readonly Span[] | null): boolean {
  if (stretches === null) return true;
  const stretch = stretches[firstEndingAfter(stretches, span.start)];
  return stretch !== undefined && stretch.start <= span.start && span.end <= stretch.end;
}

/**
 * The words of a transcript that count, in text order: segmented by the rules of its language (by dictionary for Chinese
 * and Japanese), each turn for itself; a word that is coded in part only does not count where codes are asked for.
 */
export function* scopedWords({ text, language, said, within }: WordSource): Generator<Word> {
  for (const span of said)
    for (const word of wordSpans(text, span, language))
      if (liesWithin(word, within)) yield { ...word, form: wordForm(text.slice(word.start, word.end)) };
}
