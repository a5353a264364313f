import type { Span } from '../domain/span.ts';

/** A text folded for search, with the way back to the stored text. */
export type FoldedText = {
  readonly folded: string;
  /** The stored span (UTF-16) behind a non-empty span of the folded text, widened to whole characters of the stored text. */
  readonly toStored: (span: Span) => Span;
};

/** First and last of a run of code units. */
type Range = readonly [number, number];

/**
 * Western characters that fold to exactly one code unit by lower-casing alone, whatever stands around them, and never react
 * with one another: ASCII, Latin letters with their marks, Greek (no sigma that is a capital or final), common Cyrillic,
 * quotation marks and dashes.
 */
const simpleWestern: readonly Range[] = [
  [0x00, 0x7f],
  [0xc0, 0xde],
  [0xe0, 0x12f],
  [0x131, 0x131],
  [0x134, 0x13e],
  [0x141, 0x148],
  [0x14a, 0x17e],
  [0x386, 0x386],
  [0x388, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a4, 0x3c1],
  [0x3c3, 0x3ce],
  [0x410, 0x44f],
  [0x2013, 0x2015],
  [0x2018, 0x201f],
];

/** East Asian ones: punctuation, kana, Han, Hangul syllables. */
const simpleEastAsian: readonly Range[] = [
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30fc],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
];

/**
 * Characters that may react with the one before them under NFKC, or that fold to nothing: marks, default-ignorable
 * characters, Thai and Lao am, Hangul vowels and finals in all their forms, half-width voicing marks.
 */
const joining =
  '\\p{M}\\p{DI}\\u0e33\\u0eb3\\u1160-\\u11ff\\ud7b0-\\ud7ff\\u3133\\u3135\\u3136\\u313a-\\u313f\\u314f-\\u318e\\uff9e\\uff9f\\uffa0\\uffa3\\uffa5\\uffa6\\uffaa-\\uffaf\\uffc2-\\uffdc';

const joiningOnly = new RegExp(`[${joining}]`, 'u');
// A class of more than sixteen ranges, or one with `u`, is looked up ten times slower.
const notSimplyWestern = new RegExp(
  `[^${simpleWestern.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`,
);
const isSimple = new Uint8Array(0x10000);
for (const [from, to] of [...simpleWestern, ...simpleEastAsian]) isSimple.fill(1, from, to + 1);
const joiningHere = new RegExp(`[${joining}]`, 'uy');
const unitHere = new RegExp(`.[${joining}]*`, 'suy');
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
  let at = notSimplyWestern.test(text) ? nextNotSimple(text, 0) : -1;
  if (at === -1) return { folded: text.toLowerCase(), toStored: (span) => span };
  const detours: Detours = { foldedStart: [], foldedEnd: [], storedStart: [], storedEnd: [], storedNext: [] };
  const pieces: string[] = [];
  let foldedLength = 0;
  let done = 0;
  for (; at !== -1; at = nextNotSimple(text, done)) {
    const unitStart = at > done && matchedAt(joiningHere, text, at) !== null ? at - 1 : at;
    if (unitStart > done) {
      pieces.push(text.slice(done, unitStart).toLowerCase());
      foldedLength += unitStart - done;
    }
    const unit = matchedAt(unitHere, text, unitStart)!;
    const folded = foldedUnit(unit);
    pieces.push(folded);
    done = unitStart + unit.length;
    if (folded.length !== 1 || unit.length !== 1) {
      detours.foldedStart.push(foldedLength);
      detours.foldedEnd.push(foldedLength + folded.length);
      detours.storedStart.push(unitStart);
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

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** The first code unit from a place on that is not simple, or -1. */
function nextNotSimple(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isSimple[text.charCodeAt(at)] === 0) return at;
  return -1;
}

/** What a sticky expression matches at a place, or null. */
function matchedAt(sticky: RegExp, text: string, at: number): string | null {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? null;
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
