import type { ParsedTurn } from '../../domain/transcript.ts';
import { bareTime, markedTime, secondsOfTime } from './clock-time.ts';
import type { Label } from './label.ts';
import { skipBlanks, type TranscriptLine } from './transcript-lines.ts';

const timeAlone = new RegExp(`^(?:${markedTime}|${bareTime})$`, 'u');
/** A time right behind the label, or on a line of its own below it, belongs to the label. */
const leadingTime = new RegExp(`^(${markedTime}|${bareTime}(?=[^\\S\\n]*\\n))`, 'u');
const headingLine = /^#{1,6}\s/;
const typesettingNote = /^［＃[^］]*(?:字下げ|見出し)/u;
const ruleLine = /^(?:[-=_*─━―]\s?){3,}$/u;
const closing =
  /^[[(（【*\s]*(?:end of (?:the )?(?:transcript|interview|recording|audio)|end transcript|transcript ends|transcribed by\b|recording (?:ends|stops)|[^\n]{1,60} (?:stopped|ended) (?:the )?(?:transcription|recording)[.]?$|(?:录音|錄音|訪談|访谈|采访|採訪|インタビュー|録音)(?:结束|結束|終了|完)|以上です?[。]?[)）]*$|底本[：:])/iu;

/**
 * Turns from labels: each runs from its label to the next one, less what ends it early (a heading, a rule, a closing formula, a
 * gap wider than the transcript has elsewhere) and less block quotes and blanks at its end, which are narration between turns.
 */
export function builtTurns(text: string, lines: readonly TranscriptLine[], labels: readonly Label[]): ParsedTurn[] {
  const widest = widestGap(lines, labels);
  return labels.map((label, number) => {
    const next = labels[number + 1];
    const limit = next === undefined ? lines.length : firstLineOf(next, text, lines);
    const lastLine = lastSpokenLine(text, lines, label, limit, widest);
    const end = lastLine === null ? label.after : lines[lastLine]!.bodyEnd;
    const contentStart = lastLine === null ? label.after : firstWord(text, lines, label, lastLine);
    const above = firstLineOf(label, text, lines);
    const time = label.time ?? (above < label.lineNumber ? secondsOfTime(bodyOf(text, lines[above]!)) : null);
    const early = time === null ? leadingTime.exec(text.slice(contentStart, Math.min(end, contentStart + 60))) : null;
    return {
      start: above < label.lineNumber ? lines[above]!.bodyStart : label.start,
      contentStart: early === null ? contentStart : skipBlanks(text, contentStart + early[1]!.length, end),
      end,
      speaker: label.speaker,
      time: early === null ? time : secondsOfTime(early[1]!),
    };
  });
}

/** The line where a turn begins: that of its label or of what echoes it above, or the one above if it holds nothing but the label's time. */
function firstLineOf(label: Label, text: string, lines: readonly TranscriptLine[]): number {
  if (label.fromLine !== undefined) return label.fromLine;
  const above = lines[label.lineNumber - 1];
  if (label.time !== null || above === undefined || above.bodyEnd - above.bodyStart > 40) return label.lineNumber;
  return isTimeAlone(text, above) ? label.lineNumber - 1 : label.lineNumber;
}

/** Whether a line holds a time and nothing else. */
export function isTimeAlone(text: string, line: TranscriptLine): boolean {
  return line.bodyEnd - line.bodyStart <= 40 && timeAlone.test(bodyOf(text, line));
}

function lastSpokenLine(
  text: string,
  lines: readonly TranscriptLine[],
  label: Label,
  limit: number,
  widest: number,
): number | null {
  let last: number | null =
    skipBlanks(text, label.after, lines[label.lineNumber]!.bodyEnd) < lines[label.lineNumber]!.bodyEnd
      ? label.lineNumber
      : null;
  for (let number = label.lineNumber + 1; number < limit; number++) {
    const line = lines[number]!;
    if (line.bodyStart === line.bodyEnd) continue;
    if (line.blanksBefore > widest) break;
    const head = text.slice(line.bodyStart, Math.min(line.bodyEnd, line.bodyStart + 80));
    if (headingLine.test(head) || typesettingNote.test(head) || ruleLine.test(head) || closing.test(head)) break;
    if (head.startsWith('>') && text.charAt(label.start) !== '>') continue;
    last = number;
  }
  return last;
}

function firstWord(text: string, lines: readonly TranscriptLine[], label: Label, lastLine: number): number {
  const sameLine = lines[label.lineNumber]!;
  const at = skipBlanks(text, label.after, sameLine.bodyEnd);
  if (at < sameLine.bodyEnd) return at;
  for (let number = label.lineNumber + 1; number <= lastLine; number++) {
    const line = lines[number]!;
    if (line.bodyEnd > line.bodyStart) return line.bodyStart;
  }
  return label.after;
}

/** Blank lines in a row that still are an ordinary paragraph break here: two, or what labels have before them nine times in ten. */
function widestGap(lines: readonly TranscriptLine[], labels: readonly Label[]): number {
  const gaps = labels.map((label) => lines[label.lineNumber]!.blanksBefore).sort((a, b) => a - b);
  return Math.max(2, gaps[Math.floor(gaps.length * 0.9)] ?? 0);
}

function bodyOf(text: string, line: TranscriptLine): string {
  return text.slice(line.bodyStart, line.bodyEnd);
}
