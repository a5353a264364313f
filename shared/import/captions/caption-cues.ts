import { isAss } from './ass-segments.ts';
import { segmentTime } from '../segments/segment-time.ts';

/** One cue as it stands in the file: seconds, its lines with their markup, and the name its id gives, if any. */
export type Cue = { readonly start: number; readonly lines: readonly string[]; readonly voice: string | null };

const clock = String.raw`(?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,9})?`;
const timing = new RegExp(String.raw`^\s*(${clock})\s*-->\s*${clock}(?:\s.*)?$`, 'u');
const pairedTiming = new RegExp(String.raw`^(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),\d{1,3}:\d{2}:\d{2}\.\d{1,3}$`, 'u');
const aside = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
/** A line of times is found here if the file holds cues at all. */
const probedLines = 60;

function timeOf(line: string): number | null {
  if (line.length > 400) return null;
  const written = (timing.exec(line) ?? pairedTiming.exec(line))?.[1];
  return written === undefined ? null : segmentTime(written);
}

/** Which kind of captions a text (LF line ends) holds by its content: the `WEBVTT` mark, the head of a SubStation script (read as the other subtitles are), or lines of times `… --> …`. */
export function captionKind(text: string): 'vtt' | 'srt' | null {
  if (isAss(text)) return 'srt';
  if (/^WEBVTT(?:[ \t\n]|$)/.test(text)) return 'vtt';
  const head = text.slice(0, 8000).split('\n').slice(0, probedLines);
  const first = head.findIndex((line) => timeOf(line) !== null);
  if (first === -1) return null;
  // Only a counter, an id or a note stands above the first cue; a transcript that mentions one is no caption file.
  const above = head.slice(0, first).filter((line) => line.trim() !== '');
  if (above.length > 2 && !aside.test(above[0]!)) return null;
  return /\.\d{1,9}\s*-->/.test(head[first]!) ? 'vtt' : 'srt';
}

/**
 * The cues of WebVTT, SubRip or paired-time (SBV) captions, in the order of the file; forgiving about headers, counters, blank lines and hours left
 * out. What is not speech is dropped: the header, `NOTE`, `STYLE` and `REGION` blocks, ids and settings. Lines of
 * words that no timing introduces belong to the cue before them; without one they are a cue at time 0.
 */
export function captionCues(text: string): Cue[] {
  const lines = text.split('\n');
  const cues: { start: number; lines: string[]; voice: string | null }[] = [];
  let voice: string | null = null;
  const marked = /^WEBVTT(?:[ \t\n]|$)/.test(text);
  let counted = 0;
  const isId = (place: number): boolean =>
    standsAboveTimes(lines, place) &&
    (opensBlock(lines, place) ? marked || isCounter(lines[place]!) : countsOn(lines[place]!, counted));
  let at = marked ? afterHeader(lines) : 0;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const start = timeOf(line);
    if (start !== null) {
      cues.push({ start, lines: [], voice });
      voice = null;
    } else if (isId(at)) {
      voice = voiceOfId(line);
      counted = isCounter(line) ? Number(line) : counted;
    } else if (opensBlock(lines, at) && aside.test(line)) at = blockEnd(lines, at);
    else if (line.trim() !== '') {
      if (cues.length === 0) cues.push({ start: 0, lines: [], voice: null });
      cues.at(-1)!.lines.push(line.trim());
    }
  }
  return cues;
}

/** Webex names the speaker in the id: `1 "Jane Doe" (1234)`. */
function voiceOfId(line: string): string | null {
  return /^\s*\d{1,7}\s+"([^"]{1,80})"(?:\s*\(\d+\))?\s*$/u.exec(line)?.[1] ?? null;
}

/** The header runs to the first blank line, or to the first cue. */
function afterHeader(lines: readonly string[]): number {
  let at = 1;
  while (
    at < lines.length &&
    lines[at]!.trim() !== '' &&
    timeOf(lines[at]!) === null &&
    !(isCounter(lines[at]!) && standsAboveTimes(lines, at))
  )
    at++;
  return at;
}

/** Where an id may stand. Only WebVTT has other ids than numbers; elsewhere such a line is words. */
function standsAboveTimes(lines: readonly string[], at: number): boolean {
  const below = lines[at + 1];
  return below !== undefined && timeOf(below) !== null && timeOf(lines[at]!) === null;
}

function isCounter(line: string): boolean {
  return /^\s*\d+\s*$/.test(line);
}

/** Some cues may have been taken out; a number from elsewhere is somebody's words. */
const mostLeftOut = 20;

/** Whether a number right below words goes on counting cues, where the blank line between them is missing. */
function countsOn(line: string, counted: number): boolean {
  return isCounter(line) && Number(line) > counted && Number(line) <= counted + mostLeftOut;
}

function opensBlock(lines: readonly string[], at: number): boolean {
  return at === 0 || lines[at - 1]!.trim() === '';
}

function blockEnd(lines: readonly string[], from: number): number {
  let at = from;
  while (at + 1 < lines.length && lines[at + 1]!.trim() !== '' && timeOf(lines[at + 1]!) === null) at++;
  return at;
}
