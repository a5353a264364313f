import type { Span } from '../../../shared/domain/span.ts';

export type MarkKind = 'start' | 'end' | 'place';

// Noncharacters: no text has them, and none of ours keeps them.
const opening = '\ufdd0';
const closing = '\ufdd1';
const letters: Readonly<Record<MarkKind, string>> = { start: 's', end: 'e', place: 'p' };
const emphasisBegins = `${opening}b${closing}`;
const emphasisEnds = `${opening}x${closing}`;
const marks = /\ufdd0(?:([sep])(-?\w{1,20})|([bx]))\ufdd1/gu;

/** A mark that stands in a collected text where a comment begins, ends or hangs, until `takenMarks` takes it out. Empty for an absurd id. */
export function commentMark(kind: MarkKind, id: string | undefined): string {
  return id !== undefined && /^-?\w{1,20}$/.test(id) ? `${opening}${letters[kind]}${id}${closing}` : '';
}

/** A piece of a collected text with marks around it that say it is set in bold, italics or underlined. */
export function emphasised(piece: string): string {
  return piece === '' ? '' : emphasisBegins + piece + emphasisEnds;
}

/** Where a comment begins and ends, as far as its marks say so. */
export type MarkedPlace = { start?: number; end?: number };

export type UnmarkedText = {
  readonly text: string;
  /** Stretches set off from the rest by their type, in order; neighbouring ones are one. */
  readonly emphasis: readonly Span[];
  readonly places: ReadonlyMap<string, MarkedPlace>;
};

/** Takes the marks out of a collected text and says where they stood. O(n). */
export function takenMarks(marked: string): UnmarkedText {
  const pieces: string[] = [];
  const places = new Map<string, MarkedPlace>();
  const emphasis: { start: number; end: number }[] = [];
  let begun: number | null = null;
  let at = 0;
  let from = 0;
  for (const match of marked.matchAll(marks)) {
    const piece = marked.slice(from, match.index);
    pieces.push(piece);
    at += piece.length;
    from = match.index + match[0].length;
    if (match[3] === 'b') begun ??= at;
    else if (match[3] === 'x') {
      if (begun !== null) addStretch(emphasis, begun, at);
      begun = null;
    } else notePlace(places, match[1]!, match[2]!, at);
  }
  pieces.push(marked.slice(from));
  return { text: pieces.join(''), emphasis, places };
}

function addStretch(emphasis: { start: number; end: number }[], start: number, end: number): void {
  const last = emphasis.at(-1);
  if (last !== undefined && last.end === start) last.end = end;
  else if (end > start) emphasis.push({ start, end });
}

function notePlace(places: Map<string, MarkedPlace>, letter: string, id: string, at: number): void {
  const place = places.get(id) ?? {};
  places.set(id, place);
  if (letter === 's') place.start ??= at;
  else if (letter === 'e') place.end = at;
  else place.end ??= at;
}
