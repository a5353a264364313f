import type { Span } from '../domain/span.ts';
import { splitsPair } from './offsets.ts';

/** A stretch `[from, to)` of a text, in UTF-16 units, and what stands in its place afterwards. */
export type TextChange = { readonly from: number; readonly to: number; readonly insert: string };

/** Changes of one text in their normal form: ascending, apart from one another by at least one unit, none without effect. */
export type TextChanges = readonly TextChange[];

/** Which side of text inserted exactly at it a position keeps to: it stays before it, or moves behind it. */
export type Side = 'before' | 'after';

/**
 * Brings changes of a text into their normal form: sorted, those that touch joined. Throws RangeError where one leaves the
 * text, overlaps another, or would cut a surrogate pair or insert half of one.
 */
export function normalChanges(text: string, changes: readonly TextChange[]): TextChanges {
  const normal: TextChange[] = [];
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const fault = changeFault(text, change, normal.at(-1));
    if (fault !== null) throw new RangeError(`change of ${change.from}–${change.to}: ${fault}`);
    const last = normal.at(-1);
    if (last && last.to === change.from) {
      normal[normal.length - 1] = { from: last.from, to: change.to, insert: last.insert + change.insert };
    } else normal.push(change);
  }
  return normal.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

function changeFault(text: string, { from, to, insert }: TextChange, before: TextChange | undefined): string | null {
  if (!Number.isInteger(from) || !Number.isInteger(to)) return 'not a place';
  if (from < 0 || to < from || to > text.length) return `outside the text of ${text.length} units`;
  if (before && before.to > from) return 'overlaps the one before it';
  if (splitsPair(text, from) || splitsPair(text, to)) return 'inside a surrogate pair';
  return insert.isWellFormed() ? null : 'inserts half of a surrogate pair';
}

/** The text after its changes. */
export function changedText(text: string, changes: TextChanges): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, insert } of changes) {
    pieces.push(text.slice(done, from), insert);
    done = to;
  }
  return pieces.join('') + text.slice(done);
}

/** The changes that lead back: of the changed text, to the one before. */
export function invertedChanges(text: string, changes: TextChanges): TextChanges {
  let shift = 0;
  return changes.map(({ from, to, insert }) => {
    const back = { from: from + shift, to: from + shift + insert.length, insert: text.slice(from, to) };
    shift += insert.length - (to - from);
    return back;
  });
}

/** The one change that makes a text of another, its unchanged beginning and end left out; null for equal texts. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  if (splitsPair(before, from) || splitsPair(after, from)) from--;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** Moves positions and spans of a text to where they stand after its changes; each in O(log n) for n changes. */
export type ChangeMap = {
  /**
   * Where a position stands now. One inside text that was taken out stands at the edge of what replaced it, on its side;
   * one at the edge of replaced text stays at that edge.
   */
  readonly position: (at: number, side: Side) => number;
  /**
   * Where a span stands now: text inserted right before or right behind it stays outside, text that replaces words within it or
   * at its edge is inside. Null for a span all of whose text is gone. An empty span stays empty.
   */
  readonly span: (span: Span) => Span | null;
  /** Whether any change falls into a stretch or touches its ends. */
  readonly touches: (from: number, to: number) => boolean;
};

/** Prepares the mapping of positions through changes: start associates right, end left, as in CodeMirror's `mapPos`. */
export function changeMap(changes: TextChanges): ChangeMap {
  // How far the text before each change has moved.
  const shifts: number[] = [];
  let shift = 0;
  for (const { from, to, insert } of changes) {
    shifts.push(shift);
    shift += insert.length - (to - from);
  }
  const position = (at: number, side: Side): number => {
    const place = lastFrom(changes, at);
    if (place < 0) return at;
    const { from, to, insert } = changes[place]!;
    const start = from + shifts[place]!;
    const end = start + insert.length;
    if (at === from) return from === to && side === 'after' ? end : start;
    if (at < to) return side === 'after' ? end : start;
    return at - to + end;
  };
  return {
    position,
    span: ({ start, end }) => {
      if (start === end) {
        const at = position(start, 'before');
        return { start: at, end: at };
      }
      const moved = { start: position(start, 'after'), end: position(end, 'before') };
      return moved.start < moved.end ? moved : null;
    },
    touches: (from, to) => {
      const place = lastFrom(changes, to);
      return place >= 0 && changes[place]!.to >= from;
    },
  };
}

/** Place of the last change that begins at or before a position; -1 if none does. */
function lastFrom(changes: TextChanges, at: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (changes[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
