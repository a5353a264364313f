import type { RefiSelection } from './model.ts';
import { selectedName } from './selected-name.ts';
import { type Placed, type Reading, readings, type SourceText } from './source-text.ts';

/** What speaks for one way to count, over the selections on which the ways differ. */
export type ReadingEvidence = Reading & {
  readonly score: number;
  /** Selections whose name is the selected text, or its beginning. */
  readonly names: number;
  /** Ends of selections that fall on the edge of a word. */
  readonly edges: number;
  /** Selections outside the text, or through the middle of a character. */
  readonly faults: number;
};

export type Convention = Reading & {
  /** `nothing`: all ways agree; `evidence`: the selections told; `origin`: they did not, the program's habit was taken. */
  readonly decidedBy: 'nothing' | 'evidence' | 'origin' | 'format';
  /** Selections on which the ways differ. */
  readonly tested: number;
  /** By how much the best leads the next; points, see `evidence`. */
  readonly margin: number;
  readonly evidence: readonly ReadingEvidence[];
};

const namePoints = 4;
const edgePoints = 1;
const faultPoints = -6;
/** The least lead that counts as evidence: absolute, and per selection tested. */
const leastMargin = 2;
const leastShare = 0.05;

/** How a program counts as far as is known; the standard's own way for all others. */
function usualReading(origin: string): Reading {
  if (/nvivo/i.test(origin)) return { unit: 'utf16', lineEnds: 'as-in-file' };
  if (/atlas|qualcoder/i.test(origin)) return { unit: 'code-points', lineEnds: 'crlf-is-one' };
  return { unit: 'code-points', lineEnds: 'as-in-file' };
}

/**
 * Decides how a file counts, for all its texts together, one after the other: each way is scored on the selections where the
 * ways differ, by whether names are the selected words, ends fall on the edges of words, and positions lie within the text and
 * between characters. Where the lead is thin, the habit of the program that wrote the file is taken.
 */
export class ConventionEvidence {
  private readonly usual: Reading;
  private readonly counts = readings.map((reading) => ({ ...reading, names: 0, edges: 0, faults: 0 }));
  private tested = 0;

  constructor(origin: string) {
    this.usual = usualReading(origin);
  }

  add(text: SourceText, selections: Iterable<RefiSelection>): void {
    if (!text.isAmbiguous) return;
    for (const { start, end, name } of selections) {
      if (start === null || end === null) continue;
      const spans = readings.map((reading) => text.span(reading, start, end));
      if (spans.every((span) => isSamePlace(span, spans[0]!))) continue;
      this.tested++;
      for (const [place, span] of spans.entries()) {
        const of = this.counts[place]!;
        if ('fault' in span) {
          of.faults++;
          continue;
        }
        if (namesText(name, text.text.slice(span.start, span.end))) of.names++;
        of.edges += Number(isEdge(text.text, span.start)) + Number(isEdge(text.text, span.end));
      }
    }
  }

  get convention(): Convention {
    const { usual, tested } = this;
    const evidence = this.counts.map((of) => ({
      ...of,
      score: of.names * namePoints + of.edges * edgePoints + of.faults * faultPoints,
    }));
    const known = { tested, evidence };
    if (tested === 0) return { ...usual, decidedBy: 'nothing', margin: 0, ...known };
    const ranked = evidence.toSorted(
      (a, b) => b.score - a.score || Number(isSame(b, usual)) - Number(isSame(a, usual)),
    );
    const best = ranked[0]!;
    // Ways that come to the same on these texts are no rivals.
    const rival = ranked.find((of) => of.score < best.score);
    const margin = rival === undefined ? 0 : best.score - rival.score;
    const isTelling = margin >= Math.max(leastMargin, leastShare * tested);
    const { unit, lineEnds } = isTelling ? best : usual;
    return { unit, lineEnds, decidedBy: isTelling ? 'evidence' : 'origin', margin, ...known };
  }
}

function isSamePlace(a: Placed, b: Placed): boolean {
  if ('fault' in a || 'fault' in b) return 'fault' in a && 'fault' in b && a.fault === b.fault;
  return a.start === b.start && a.end === b.end;
}

/** Shorter names are found by chance. */
const leastNamed = 4;

/**
 * Where one selection lies: as the file counts, unless its name is, whole, the text at another way of counting and not at
 * this one. Programs count codings made by hand and codings made by rule differently in one file.
 */
export function placedSelection(
  text: SourceText,
  { start, end, name }: Pick<RefiSelection, 'name'> & { readonly start: number; readonly end: number },
  usual: Reading,
): { readonly placed: Placed; readonly otherwise: boolean } {
  const placed = text.span(usual, start, end);
  const plain = name.replaceAll(/\s+/g, ' ').trim();
  if (plain.length < leastNamed || !text.isAmbiguous) return { placed, otherwise: false };
  const says = (span: Placed): boolean =>
    !('fault' in span) && text.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ').trim() === plain;
  if (says(placed)) return { placed, otherwise: false };
  const other = readings.map((reading) => text.span(reading, start, end)).find(says);
  return other === undefined ? { placed, otherwise: false } : { placed: other, otherwise: true };
}

function isSame(a: Reading, b: Reading): boolean {
  return a.unit === b.unit && a.lineEnds === b.lineEnds;
}

/** Whether a selection's name is its text. Names programs make up, and none, say nothing. */
function namesText(name: string, text: string): boolean {
  const plain = name.replaceAll(/\s+/g, ' ').trim();
  if (plain === '' || /^(?:quotation\s*)?\d+:\d+$/i.test(plain)) return false;
  const words = text.replaceAll(/\s+/g, ' ').trim();
  const beginning = /^(.+?)\s*(?:…|\.\.\.)$/u.exec(plain)?.[1];
  return words === plain || (beginning !== undefined && words.startsWith(beginning)) || selectedName(text) === plain;
}

const word = /[\p{L}\p{N}\p{M}]/u;

function isEdge(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return true;
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at)!);
  return !(word.test(before) && word.test(after));
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}
