import { headLength } from '../turns/label.ts';
import { opensLikeSentence } from '../turns/name-shape.ts';
import { parseTurns } from '../turns/parse-turns.ts';
import { bracketName } from '../turns/patterns/bracket-name.ts';
import { nameColon } from '../turns/patterns/name-colon.ts';
import type { Segment } from './segment.ts';

/** A segment with the length of the label its words begin with (colon and blanks included), 0 without one. */
export type NamedSegment = Segment & { readonly labelLength: number };

const ampleHead = headLength + 40;
/** Broadcast subtitles put these before the name. */
const broadcastArrows = /^>{2,3}\s*/u;

/**
 * Finds names written into the words (`Josh Davis: Can I …`, `>> ANN: …`, `[Ann] …`). Where a segment brings its name beside the words, nothing is looked for. Where
 * four segments in five begin with something like `Name:`, as meeting software writes them, all of these are names; else only
 * those the turn parser would accept.
 */
export function namedSegments(segments: readonly Segment[]): NamedSegment[] {
  if (segments.some(({ speaker }) => speaker !== null)) {
    return segments.map((segment) => ({ ...segment, labelLength: 0 }));
  }
  const arrows = segments.map(({ text }) => broadcastArrows.exec(text)?.[0].length ?? 0);
  const heads = segments.map(({ text }, place) =>
    text.slice(arrows[place], arrows[place]! + ampleHead).replace(/\n[\s\S]*$/u, ''),
  );
  const labels = labelsOf(heads);
  return segments.map((segment, place) => {
    const label = labels.get(place);
    return label === undefined
      ? { ...segment, labelLength: 0 }
      : { ...segment, speaker: label.speaker, labelLength: wordsAt(segment.text, arrows[place]! + label.length) };
  });
}

function labelsOf(heads: readonly string[]): Map<number, HeadLabel> {
  const throughout = labelsThroughout(heads);
  if (throughout !== null) return throughout;
  const labels = acceptedLabels(heads, nameColon.name);
  if (labels.size > 0) return labels;
  // Brackets with nothing behind them are sounds.
  return acceptedLabels(
    heads.map((head) => (/[\])）】]\s*\S/u.test(head) ? head : '')),
    bracketName.name,
  );
}

type HeadLabel = { readonly speaker: string; readonly length: number };

function labelsThroughout(heads: readonly string[]): Map<number, HeadLabel> | null {
  const labels = new Map<number, HeadLabel>();
  for (const [place, head] of heads.entries()) {
    const match = nameColon.match(head.slice(0, headLength), head.length <= headLength);
    if (match?.speaker != null && !opensLikeSentence(match.speaker))
      labels.set(place, { speaker: match.speaker, length: match.length });
  }
  return heads.length >= 4 && labels.size >= heads.length * 0.8 ? labels : null;
}

function acceptedLabels(heads: readonly string[], pattern: string): Map<number, HeadLabel> {
  const starts = new Map<number, number>();
  let at = 0;
  for (const [place, head] of heads.entries()) {
    starts.set(at, place);
    at += head.length + 1;
  }
  const labels = new Map<number, HeadLabel>();
  for (const turn of parseTurns(heads.join('\n'), { only: pattern }).turns) {
    const place = starts.get(turn.start);
    if (place === undefined || turn.speaker === null) continue;
    labels.set(place, {
      speaker: turn.speaker,
      length: Math.min(turn.contentStart - turn.start, heads[place]!.length),
    });
  }
  return labels;
}

/** The place of the first word behind a label. */
function wordsAt(text: string, after: number): number {
  return after + /^\s*/.exec(text.slice(after))![0].length;
}
