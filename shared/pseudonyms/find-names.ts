import type { Span } from '../domain/span.ts';
import { foldText } from '../text/fold.ts';
import type { TextChange } from '../text/change.ts';

/** A real name, and what stands for it. */
export type Pseudonym = { readonly name: string; readonly pseudonym: string };

/** Where a name of a list stands in a text. */
export type NameHit = Span & {
  /** Its place in the list. */
  readonly entry: number;
  /** Letters or digits go on right before or behind it: `Ann` in `Annual`, `P1` in `P12`. Scripts written without blanks never do. */
  readonly inWord: boolean;
};

/** Finds the names of one list in texts. */
export type NameFinder = {
  /** In text order, none overlapping another: where names overlap, the longest is the one. */
  readonly find: (text: string) => NameHit[];
};

type Wanted = { readonly folded: string; readonly entry: number };

/**
 * Prepares a list of names. A name is found wherever its characters stand, with no need of a blank around it (張三 in 後来張三説);
 * folded, in any letter case, width or composition too. O(text) for names that begin differently.
 */
export function nameFinder(list: readonly Pseudonym[], folded: boolean): NameFinder {
  const byFirst = new Map<number, Wanted[]>();
  for (const [entry, { name }] of list.entries()) {
    const form = folded ? foldText(name).folded : name;
    if (form === '') continue;
    const first = form.charCodeAt(0);
    const wanted = byFirst.get(first);
    if (wanted === undefined) byFirst.set(first, [{ folded: form, entry }]);
    else wanted.push({ folded: form, entry });
  }
  return {
    find: (text) => {
      if (byFirst.size === 0) return [];
      const { folded: within, toStored } = folded ? foldText(text) : { folded: text, toStored: (span: Span) => span };
      const found: NameHit[] = [];
      for (let at = 0; at < within.length; at++) {
        const wanted = byFirst.get(within.charCodeAt(at));
        if (wanted === undefined) continue;
        for (const { folded: form, entry } of wanted) {
          if (!within.startsWith(form, at)) continue;
          const span = toStored({ start: at, end: at + form.length });
          if (!folded && /^\p{M}/u.test(text.slice(span.end, span.end + 2))) continue;
          found.push({ ...span, entry, inWord: isInWord(text, span) });
        }
      }
      return longestFirst(found);
    },
  };
}

/** Finds only what stands as a word of its own. */
export function wholeWordsOnly({ find }: NameFinder): NameFinder {
  return { find: (text) => find(text).filter(({ inWord }) => !inWord) };
}

/** What a text becomes where pseudonyms stand in the place of names. */
export function nameChanges(hits: readonly NameHit[], list: readonly Pseudonym[]): TextChange[] {
  return hits.map(({ start, end, entry }) => ({ from: start, to: end, insert: list[entry]!.pseudonym }));
}

/** The text with every name replaced; the text itself where none stands in it. */
export function withPseudonyms(text: string, finder: NameFinder, list: readonly Pseudonym[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, entry } of finder.find(text)) {
    result += text.slice(done, start) + list[entry]!.pseudonym;
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

function longestFirst(found: readonly NameHit[]): NameHit[] {
  const kept: NameHit[] = [];
  // Hits that overlap one another stand next to one another: each such group is settled by itself.
  for (let from = 0; from < found.length; ) {
    let to = from + 1;
    for (let end = found[from]!.end; to < found.length && found[to]!.start < end; to++)
      end = Math.max(end, found[to]!.end);
    const group = found.slice(from, to).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    const settled: NameHit[] = [];
    for (const hit of group) {
      if (settled.every((other) => hit.end <= other.start || hit.start >= other.end)) settled.push(hit);
    }
    kept.push(...settled.sort((a, b) => a.start - b.start));
    from = to;
  }
  return kept;
}

const spaced = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}]/u;

const digit = /\p{Nd}/u;

function isInWord(text: string, { start, end }: Span): boolean {
  const joins = (before: string, after: string): boolean =>
    [spaced, digit].some((kind) => kind.test(before) && kind.test(after));
  return joins(text.charAt(start - 1), text.charAt(start)) || joins(text.charAt(end - 1), text.charAt(end));
}
