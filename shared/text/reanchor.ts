import type { Span } from '../domain/span.ts';
import { contextLength } from './anchor.ts';
import { nearestStretch, similarity } from './approximate-match.ts';
import { type ChangeMap, changeMap, type TextChanges } from './change.ts';

/** From this likeness on, words count as found; from the lower one on, as perhaps found. */
const sureFrom = 0.9;
const doubtfulFrom = 0.6;

/** `same`: the very words at the expected place; `sure`: found; `doubtful`: perhaps found; `lost`: nowhere. */
export const anchorFindings = ['same', 'sure', 'doubtful', 'lost'] as const;
export type AnchorFinding = (typeof anchorFindings)[number];

/** Where a passage stands in another version of its text. */
export type Reanchored = {
  readonly finding: AnchorFinding;
  /** Null where it is lost. */
  readonly span: Span | null;
  /** Likeness of the words found to those it had, from 0 to 1. */
  readonly score: number;
};

/** How far from where it is expected a passage counts as near, in UTF-16 units. */
const nearness = 1000;
/** Exact words of at least this length that occur once stand for themselves, wherever they are. */
const tellingUnits = { spaced: 20, unspaced: 8 };
/** Longer passages are only looked for where the difference of the texts puts them. */
const longestSearched = 1500;
/** Occurrences of words or seeds looked at. */
const mostOccurrences = 50;
const seedUnits = { spaced: 14, unspaced: 6 };

/** Letters and digits of scripts with blanks between words, at the end and the beginning of a stretch. */
const wordEnd = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]+$/u;
const wordBeginning = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]+/u;
const longestWord = 30;

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && found.length < mostOccurrences; at = text.indexOf(words, at + 1))
    found.push(at);
  return found;
}

/** Places passages of one text in another version of it: by the difference of the two, else by their words and what stands around them. */
export function reanchorer(before: string, after: string, changes: TextChanges): (span: Span) => Reanchored {
  const map = changeMap(changes);
  return (span) => reanchored(before, after, map, span);
}

function reanchored(before: string, after: string, map: ChangeMap, span: Span): Reanchored {
  const quote = before.slice(span.start, span.end);
  const mapped = map.span(span);
  if (mapped && after.slice(mapped.start, mapped.end) === quote) return { finding: 'same', span: mapped, score: 1 };
  if (quote.trim() === '') return mapped ? { finding: 'sure', span: mapped, score: 1 } : lost;

  const candidates: { span: Span; score: number }[] = [];
  const consider = (found: Span | null): void => {
    if (found && found.start < found.end)
      candidates.push({ span: found, score: similarity(quote, after.slice(found.start, found.end)) });
  };
  const best = (): { span: Span; score: number } | undefined => candidates.toSorted((a, b) => b.score - a.score)[0];

  consider(mapped);
  if ((best()?.score ?? 0) >= sureFrom) return { finding: 'sure', ...best()! };
  const expected = map.position(span.start, 'after');
  const exact = exactPlace(before, after, span, quote, expected);
  if (exact?.isSure === true) return { finding: 'sure', span: exact.span, score: 1 };
  if (quote.length >= tellingLength(quote) && quote.length <= longestSearched) {
    consider(nearestIn(after, expected - nearness, expected + quote.length + nearness, quote));
    // Where the very words stand more than once, a piece of them says no better which place is meant.
    if ((best()?.score ?? 0) < sureFrom && !exact)
      for (const at of seedPlaces(after, quote)) consider(nearestIn(after, at - 40, at + quote.length + 40, quote));
  }
  const found = best();
  if (found && found.score >= sureFrom) return { finding: 'sure', ...found };
  if (exact && (found === undefined || found.score < doubtfulFrom))
    return { finding: 'doubtful', span: exact.span, score: 1 };
  return found && found.score >= doubtfulFrom ? { finding: 'doubtful', ...found } : lost;
}

const lost: Reanchored = { finding: 'lost', span: null, score: 0 };

/**
 * Where the very words stand, if anywhere: the occurrence with most of its surroundings, then the nearest. It is sure near the
 * expected place with some of its surroundings, or where long words occur once.
 */
function exactPlace(before: string, after: string, span: Span, quote: string, expected: number) {
  const found = occurrences(after, quote).map((start) => {
    const sides = [
      commonEnd(
        before.slice(Math.max(0, span.start - contextLength), span.start),
        after.slice(Math.max(0, start - contextLength), start),
      ),
      commonBeginning(
        before.slice(span.end, span.end + contextLength),
        after.slice(start + quote.length, start + quote.length + contextLength),
      ),
    ];
    return { start, around: sides[0]! + sides[1]!, distance: Math.abs(start - expected) };
  });
  const best = found.toSorted((a, b) => b.around - a.around || a.distance - b.distance)[0];
  if (!best) return null;
  const telling = tellingLength(quote);
  const isAlone = found.length === 1 && quote.length >= telling;
  const isNear = best.distance <= nearness && best.around >= telling / 2;
  // A short word that stands somewhere else says nothing.
  if (!isNear && quote.length < telling) return null;
  return { span: { start: best.start, end: best.start + quote.length }, isSure: isAlone || isNear };
}

function tellingLength(words: string): number {
  return unspacedScript.test(words) ? tellingUnits.unspaced : tellingUnits.spaced;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function nearestIn(text: string, from: number, to: number, words: string): Span | null {
  const start = Math.max(0, from);
  const found = nearestStretch(text.slice(start, Math.max(start, to)), words);
  return found && wholeWords(text, { start: start + found.start, end: start + found.end });
}

/** A span widened to whole words, in scripts that write blanks between them. */
function wholeWords(text: string, { start, end }: Span): Span {
  const before = wordEnd.exec(text.slice(Math.max(0, start - longestWord), start))?.[0] ?? '';
  const after = wordBeginning.exec(text.slice(end, end + longestWord))?.[0] ?? '';
  const isWithin = (at: number): boolean =>
    wordBeginning.test(text.slice(at, at + 2)) && wordEnd.test(text.slice(Math.max(0, at - 2), at));
  return { start: isWithin(start) ? start - before.length : start, end: isWithin(end) ? end + after.length : end };
}

/** Where a passage may begin, judging by pieces of it that occur somewhere unchanged. */
function seedPlaces(text: string, quote: string): readonly number[] {
  const size = unspacedScript.test(quote) ? seedUnits.unspaced : seedUnits.spaced;
  const places: number[] = [];
  if (quote.length < size) return places;
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const from = Math.floor((quote.length - size) * part);
    for (const at of occurrences(text, quote.slice(from, from + size)).slice(0, 4)) {
      const start = at - from;
      if (places.every((place) => Math.abs(place - start) > 40)) places.push(start);
    }
  }
  return places;
}
