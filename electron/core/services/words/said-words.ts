import type { WordSource } from '../../../../shared/analysis/words/scoped-words.ts';
import { wordSpans } from '../../../../shared/text/segment.ts';

type Counted = { readonly language: string; readonly said: string; readonly words: number };

/** How many words are said in each text, counted again only where the text, its language or its turns are others. */
export class SaidWords {
  private readonly known = new Map<string, Counted>();

  /** `text`: the hash the text is stored by. */
  of(text: string, source: WordSource): number {
    const { language } = source;
    const said = source.said.map(({ start, end }) => `${start}-${end}`).join();
    const known = this.known.get(text);
    if (known?.language === language && known.said === said) return known.words;
    const words = source.said.reduce((sum, span) => sum + wordSpans(source.text, span, language).length, 0);
    this.known.set(text, { language, said, words });
    return words;
  }
}
