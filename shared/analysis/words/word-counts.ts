import { primaryLanguage } from '../../domain/transcript.ts';
import { byCodeUnits } from '../../text/code-unit-order.ts';
import { scopedWords, type WordSource } from './scoped-words.ts';

/** How often a word occurs. `word` is the way it is written most often, of several the first by code point. */
export type WordCount = {
  readonly form: string;
  readonly language: string;
  readonly word: string;
  readonly count: number;
  /** Transcripts with the word. */
  readonly documents: number;
};

export type WordCounts = {
  /** Words that count, stop words left out. */
  readonly words: number;
  /** Words left out as stop words. */
  readonly stopped: number;
  /** Most frequent first; words as frequent as each other by form. */
  readonly counts: readonly WordCount[];
};

type Tally = { written: Map<string, number>; count: number; documents: number; last: number };

/** Counts the words of transcripts, words of one form and language together. Forms in the stop list of the language are left out. */
export class WordTally {
  private readonly tallies = new Map<string, Tally>();
  private words = 0;
  private stopped = 0;
  private documents = 0;

  add(source: WordSource, stop: ReadonlySet<string>): void {
    this.documents += 1;
    const language = primaryLanguage(source.language);
    for (const { start, end, form } of scopedWords(source)) {
      if (stop.has(form)) {
        this.stopped += 1;
        continue;
      }
      this.words += 1;
      const key = `${language} ${form}`;
      const tally = this.tallies.get(key) ?? { written: new Map<string, number>(), count: 0, documents: 0, last: 0 };
      this.tallies.set(key, tally);
      const word = source.text.slice(start, end);
      tally.written.set(word, (tally.written.get(word) ?? 0) + 1);
      tally.count += 1;
      if (tally.last !== this.documents) tally.documents += 1;
      tally.last = this.documents;
    }
  }

  result(): WordCounts {
    const counts = [...this.tallies].map(([key, { written, count, documents }]) => {
      const blank = key.indexOf(' ');
      return {
        form: key.slice(blank + 1),
        language: key.slice(0, blank),
        word: mostWritten(written),
        count,
        documents,
      };
    });
    counts.sort((a, b) => b.count - a.count || byCodeUnits(a.form, b.form) || byCodeUnits(a.language, b.language));
    return { words: this.words, stopped: this.stopped, counts };
  }
}

function mostWritten(written: ReadonlyMap<string, number>): string {
  return [...written].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  )[0];
}
