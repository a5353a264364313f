import type { CodeMark } from '../domain/codebook.ts';
import type { Span } from '../domain/span.ts';
import type { Report, Run } from './model.ts';

/** A coding as it is written beside the words it stands on. UTF-16 positions in the text. */
export type WrittenCoding = Span & {
  readonly code: Run;
  readonly coder: string;
  readonly color: string;
  readonly mark: CodeMark;
  readonly memos: readonly string[];
};

/** One line of the stored text: what stands before its words (label, time) is set apart. */
export type WrittenLine = {
  readonly start: number;
  /** Where the words begin; `start` for lines outside turns. */
  readonly contentStart: number;
  readonly end: number;
};

/** A whole transcript with its codings, to be read outside the program. */
export type CodedTranscript = Pick<Report, 'title' | 'language' | 'settings' | 'footer' | 'origin'> & {
  readonly text: string;
  readonly textLanguage: string;
  readonly lines: readonly WrittenLine[];
  /** In the order of their beginnings, longer ones first. */
  readonly codings: readonly WrittenCoding[];
};

/** A stretch of a line: what begins and ends at its edges, by place in the list of codings. */
export type LinePiece = Span & {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  /** Those that stand over it. */
  readonly over: readonly number[];
};

/** The lines of a text; turns (in order) say where their words begin. */
export function writtenLines(
  text: string,
  turns: readonly { readonly start: number; readonly contentStart: number }[],
): WrittenLine[] {
  const lines: WrittenLine[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    while (next < turns.length && turns[next]!.start < start) next += 1;
    const turn = turns[next];
    const begins = turn !== undefined && turn.start >= start && turn.start <= end;
    lines.push({ start, contentStart: begins ? Math.min(turn.contentStart, end) : start, end });
    start = end + 1;
  }
  return lines;
}

/** A span without the line breaks at its ends, so that it begins and ends in a line; null for one of line breaks only. */
export function withinLines(text: string, { start, end }: Span): Span | null {
  let [from, to] = [start, end];
  while (from < to && text[from] === '\n') from += 1;
  while (to > from && text[to - 1] === '\n') to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/**
 * Cuts a line wherever a coding begins or ends in it. Over all lines of a text every coding opens once and closes once, if
 * it lies within lines. An empty line has one empty piece.
 */
export function linePieces(line: Span, codings: readonly Span[]): LinePiece[] {
  const inside = codings.flatMap(({ start, end }, place) =>
    start < line.end && end > line.start ? [{ start, end, place }] : [],
  );
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of inside) {
    if (start > line.start) cuts.add(start);
    if (end < line.end) cuts.add(end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  if (ordered.length === 1) return [{ ...line, opens: [], closes: [], over: [] }];
  return ordered.slice(0, -1).map((start, piece): LinePiece => {
    const end = ordered[piece + 1]!;
    const places = (holds: (coding: Span) => boolean): number[] => inside.filter(holds).map(({ place }) => place);
    return {
      start,
      end,
      opens: places((coding) => coding.start === start),
      closes: places((coding) => coding.end === end),
      over: places((coding) => coding.start <= start && coding.end >= end),
    };
  });
}
