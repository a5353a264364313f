import type { ParsedTranscript, ParsedTurn } from '../../domain/transcript.ts';
import { parseTurns } from '../turns/parse-turns.ts';
import { guessedSpeakers } from '../turns/speaker-roles.ts';
import { type NamedSegment, namedSegments } from './named-segments.ts';
import { placeInRecording } from './segment-time.ts';
import { joinedPieces, type Segment } from './segment.ts';

/** Reported as the pattern of a transcript made of segments. */
const segmentPattern = 'segments';

type OpenTurn = {
  readonly speaker: string | null;
  readonly time: number | null;
  readonly label: string;
  readonly words: string[];
};

/**
 * Makes a transcript of segments. The text rule: a turn is a line, `Name: words`, lines joined by one LF. Segments of one speaker
 * in a row are one turn, its pieces joined by a blank (see `joinedPieces`); segments without a name continue the turn. A name
 * written into the words keeps its own colon at the head of the turn and is left out where the turn goes on. The time of a turn is that of its
 * first segment and is not part of the text. Where no segment has a name, each is a line and, if it has a time, a turn of its
 * own; with neither names nor times the lines are read like a plain text. Segments without words are left out. O(n).
 */
export function transcriptOfSegments(
  segments: readonly Segment[],
): Pick<ParsedTranscript, 'text' | 'turns' | 'speakers' | 'pattern'> {
  const spoken = segments
    .map((segment) => ({
      ...segment,
      speaker: plainName(segment.speaker),
      start: placeInRecording(segment.start),
      text: segment.text.trim(),
    }))
    .filter(({ text }) => text !== '');
  const named = namedSegments(spoken);
  if (named.every(({ speaker }) => speaker === null)) {
    if (named.every(({ start }) => start === null)) {
      const text = named.map((segment) => segment.text).join('\n');
      return { text, ...parseTurns(text) };
    }
    return written(named.map((segment) => ({ speaker: null, time: segment.start, label: '', words: [segment.text] })));
  }
  return written(joinedTurns(named));
}

function joinedTurns(segments: readonly NamedSegment[]): OpenTurn[] {
  const turns: OpenTurn[] = [];
  for (const segment of segments) {
    const words = segment.text.slice(segment.labelLength);
    const last = turns.at(-1);
    const goesOn = segment.speaker === null ? segment.opens !== true : segment.speaker === last?.speaker;
    if (last !== undefined && goesOn) {
      last.words.push(words);
      continue;
    }
    const inText = segment.labelLength > 0;
    const label = inText
      ? segment.text.slice(0, segment.labelLength)
      : segment.speaker === null
        ? ''
        : `${segment.speaker}: `;
    turns.push({ speaker: segment.speaker, time: segment.start, label, words: [words] });
  }
  return turns;
}

function written(turns: readonly OpenTurn[]): Pick<ParsedTranscript, 'text' | 'turns' | 'speakers' | 'pattern'> {
  const pieces: string[] = [];
  const parsed: ParsedTurn[] = [];
  let at = 0;
  for (const { speaker, time, label, words: spoken } of turns) {
    if (pieces.length > 0) at += 1;
    const words = joinedPieces(spoken);
    pieces.push(label + words);
    const contentStart = at + label.length;
    const end = contentStart + words.length;
    parsed.push({ start: at, contentStart, end, speaker, time });
    at = end;
  }
  const text = pieces.join('\n');
  return { text, turns: parsed, speakers: guessedSpeakers(text, parsed), pattern: segmentPattern };
}

function plainName(name: string | null): string | null {
  const plain = name?.replace(/\s+/gu, ' ').trim() ?? '';
  return plain === '' ? null : plain;
}
