import type { Span } from '../domain/span.ts';

/** A text folded for search, with the way back to the stored text. */
export type FoldedText = {
  readonly folded: string;
  /** The stored span (UTF-16) behind a non-empty span of the folded text, widened to whole characters of the stored text. */
  readonly toStored: (span: Span) => Span;
};

/**
 * Characters that fold to exactly one code unit by lower-casing alone and never react with one another: ASCII, Latin-1
 * letters but for the sharp s, common Cyrillic, quotation marks and dashes, CJK punctuation, kana, Han, Hangul syllables.
 */
const simple =
  '\\p{ASCII}\\xc0-\\xde\\xe0-\\xff\\u0410-\\u044f\\u2013-\\u2015\\u2018-\\u201f\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3';

/**
 * Characters that may react with the one before them under NFKC, or that fold to nothing: marks, default-ignorable
 * characters, Thai and Lao am, Hangul vowels and finals in all their forms, half-width voicing marks.
 */
const joining =
  '\\p{M}\\p{DI}\\u0e33\\u0eb3\\u1160-\\u11ff\\ud7b0-\\ud7ff\\u3133\\u3135\\u3136\\u313a-\\u313f\\u314f-\\u318e\\uff9e\\uff9f\\uffa0\\uffa3\\uffa5\\uffa6\\uffaa-\\uffaf\\uffc2-\\uffdc';

const joiningOnly = new RegExp(`[${joining}]`, 'u');
const notSimple = new RegExp(`[^${simple}][${joining}]*|[${simple}][${joining}]+`, 'gu');
const asciiOnly = /^\p{ASCII}*$/u;
const ignorable = /\p{DI}/gu;
const trailingIgnorable = /(?:(?!\p{M})\p{DI})+$/u;

/** Places where folded and stored text have different lengths, ascending; what lies between them maps one to one. */
type Detours = {
  readonly foldedStart: number[];
  readonly foldedEnd: number[];
  readonly storedStart: number[];
  /** Without invisible characters that trail the unit. */
  readonly storedEnd: number[];
  readonly storedNext: number[];
};

/**
 * Folds a text for search: compatibility forms made equal (NFKC: half-width and full-width, NFC and NFD), letter case
 * removed (locale-free; ß as ss, final sigma as sigma), invisible characters dropped (soft hyphen, zero-width space,
 * variation selectors, bidi controls). Works unit by unit, a unit being a character with the marks that may react with it, so the fold of a text is
 * the concatenation of the folds of its units. O(n); the map back takes O(log d) for d places where lengths differ.
 */
export function foldText(text: string): FoldedText {
  if (asciiOnly.test(text)) return { folded: text.toLowerCase(), toStored: (span) => span };
  const detours: Detours = { foldedStart: [], foldedEnd: [], storedStart: [], storedEnd: [], storedNext: [] };
  const pieces: string[] = [];
  let foldedLength = 0;
  let done = 0;
  for (const match of text.matchAll(notSimple)) {
    if (match.index > done) {
      pieces.push(text.slice(done, match.index).toLowerCase());
      foldedLength += match.index - done;
    }
    const unit = match[0];
    const folded = foldedUnit(unit);
    pieces.push(folded);
    done = match.index + unit.length;
    if (folded.length !== 1 || unit.length !== 1) {
      detours.foldedStart.push(foldedLength);
      detours.foldedEnd.push(foldedLength + folded.length);
      detours.storedStart.push(match.index);
      detours.storedEnd.push(done - (trailingIgnorable.exec(unit)?.[0].length ?? 0));
      detours.storedNext.push(done);
    }
    foldedLength += folded.length;
  }
  if (done < text.length) pieces.push(text.slice(done).toLowerCase());
  return {
    folded: pieces.join(''),
    toStored: ({ start, end }) => ({
      start: storedPosition(detours, start, 'start'),
      end: storedPosition(detours, end - 1, 'end'),
    }),
  };
}

/** Whether a character may react with the one before it when folded, so that a cut before it changes the fold. */
export function joinsBackward(character: string): boolean {
  return joiningOnly.test(character);
}

function foldedUnit(unit: string): string {
  const bare = unit.replace(ignorable, '').normalize('NFKC').toLowerCase();
  return bare.replaceAll('ς', 'σ').replaceAll('ß', 'ss').normalize('NFKC');
}

/** The stored boundary (start or end) of the unit that holds one folded code unit. */
function storedPosition(detours: Detours, at: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = detours.foldedStart.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (detours.foldedStart[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  // Units that fold to nothing share their folded start with the next one: the last one at or before `at` decides.
  const detour = low - 1;
  if (detour < 0) return side === 'start' ? at : at + 1;
  if (at < detours.foldedEnd[detour]!)
    return side === 'start' ? detours.storedStart[detour]! : detours.storedEnd[detour]!;
  const position = detours.storedNext[detour]! + at - detours.foldedEnd[detour]!;
  return side === 'start' ? position : position + 1;
}
