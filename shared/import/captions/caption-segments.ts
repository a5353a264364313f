import { joinedPieces, type Segment } from '../segments/segment.ts';
import { nameShape } from '../turns/name-shape.ts';
import { assSegments, isAss } from './ass-segments.ts';
import { captionCues, type Cue } from './caption-cues.ts';
import { voiceSpans } from './caption-text.ts';

/** A dash, or the arrows broadcasters use, that gives the word to somebody else. */
const changeOfSpeaker = /^(?:>{2,3}|[-–—‐](?=\s|\p{L}))\s*/u;
const rollingTime = /<\d{1,3}:\d{2}(?::\d{2})?\.\d{1,3}>/;

/**
 * The speech of a caption file (LF line ends) as segments, one for each voice of a cue. Lines of a cue are joined like the pieces of a turn, unless a
 * line gives the word to somebody else (`- `, `>> `). Rolling captions, which repeat the line before in every cue, are told by their
 * inner times and each line is taken once.
 */
export function captionSegments(text: string): Segment[] {
  if (isAss(text)) return assSegments(text);
  const rolling = rollingTime.test(text);
  const segments: Segment[] = [];
  let before: string | undefined;
  const cues = captionCues(text);
  const named = namesOnTop(cues);
  for (const cue of cues) {
    const lines = named ? cue.lines.slice(1) : rolling ? withoutRepeats(cue, before) : cue.lines;
    const own = named ? bare(cue.lines[0]!) : cue.voice;
    if (rolling) before = cue.lines.length === 0 ? before : bare(cue.lines.at(-1)!);
    for (const { voice, text: words } of voiceSpans(lines.join('\n'))) {
      for (const piece of spokenPieces(words)) segments.push({ speaker: voice ?? own, start: cue.start, ...piece });
    }
  }
  return segments;
}

/** Whether every cue has the name of its speaker on a line of its own above the words: a few names that come back, and nothing but names. */
function namesOnTop(cues: readonly Cue[]): boolean {
  if (cues.length < 4 || cues.some(({ lines, voice }) => lines.length < 2 || voice !== null)) return false;
  const names = cues.map(({ lines }) => bare(lines[0]!));
  const isName = (name: string): boolean =>
    name.length <= 30 && !/[:：.。,，?？!！]/u.test(name) && nameShape(name).plausible;
  return new Set(names).size <= cues.length / 2 && names.every(isName);
}

function withoutRepeats({ lines }: Cue, before: string | undefined): readonly string[] {
  return before !== undefined && bare(lines[0] ?? '') === before ? lines.slice(1) : lines;
}

function bare(line: string): string {
  return voiceSpans(line)
    .map((span) => span.text)
    .join('')
    .trim();
}

/** One piece unless several people speak in the cue. A dash alone in its cue is a sign of the words, not of a change. */
function spokenPieces(words: string): { text: string; opens: boolean }[] {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const changes = lines.filter((line) => changeOfSpeaker.test(line)).length;
  const pieces: { lines: string[]; opens: boolean }[] = [];
  for (const line of lines) {
    const opens = changeOfSpeaker.test(line) && (changes > 1 || line.startsWith('>>'));
    const last = pieces.at(-1);
    if (last === undefined || opens) pieces.push({ lines: [line], opens });
    else last.lines.push(line);
  }
  return pieces.map((piece) => ({ text: joinedPieces(piece.lines), opens: piece.opens }));
}
