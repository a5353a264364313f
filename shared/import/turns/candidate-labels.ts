import { isTimeAlone } from './built-turns.ts';
import { headLength, type Label, type LabelPattern } from './label.ts';
import type { LineEmphasis } from './line-emphasis.ts';
import { nameLine } from './patterns/name-line.ts';
import type { TranscriptLine } from './transcript-lines.ts';

/** A text as the search for labels sees it. */
export type Script = {
  readonly text: string;
  readonly lines: readonly TranscriptLine[];
  /** The first line behind the header. */
  readonly from: number;
  /** What is set off by its type, by line number. */
  readonly emphasis: ReadonlyMap<number, LineEmphasis>;
};

/** Everything a pattern takes for a label, whoever it names. `isLoose` lets a name stand alone on any line. */
export function candidateLabels(script: Script, pattern: LabelPattern, isLoose = false): Label[] {
  const { text, lines, from } = script;
  const labels: Label[] = [];
  for (let lineNumber = from; lineNumber < lines.length; lineNumber++) {
    const { bodyStart, bodyEnd } = lines[lineNumber]!;
    if (bodyStart === bodyEnd) continue;
    const whole = bodyEnd - bodyStart <= headLength;
    const stretch = script.emphasis.get(lineNumber);
    const match = pattern.match(text.slice(bodyStart, whole ? bodyEnd : bodyStart + headLength), whole, stretch);
    if (match === null || (pattern === nameLine && !wordsFollow(script, lineNumber, isLoose))) continue;
    const { length, ...rest } = match;
    const isSetOff = stretch !== undefined && stretch.from < length;
    labels.push({
      lineNumber,
      start: bodyStart,
      after: bodyStart + length,
      ...rest,
      emphasised: rest.emphasised || isSetOff,
    });
  }
  return labels;
}

/**
 * A name alone on its line opens a paragraph, or stands below a time, and has words right below it; loosely, it may stand anywhere,
 * and a blank line may come before the words.
 */
function wordsFollow({ text, lines }: Script, lineNumber: number, isLoose: boolean): boolean {
  const isFilled = (line: TranscriptLine | undefined): boolean => line !== undefined && line.bodyEnd > line.bodyStart;
  const [above, next, afterNext] = [lines[lineNumber - 1], lines[lineNumber + 1], lines[lineNumber + 2]];
  if (isLoose) return isFilled(next) || isFilled(afterNext);
  const opens = above === undefined || lines[lineNumber]!.blanksBefore > 0 || isTimeAlone(text, above);
  return opens && isFilled(next);
}

/** `Q1`, `A1`, `Q2` … number the questions, not the people: the letter is the speaker where no number comes back. */
export function withoutQuestionNumbers(labels: readonly Label[]): readonly Label[] {
  const numbered = /^(?:[QAＱＡ]|[问問答]|Question|Answer)(?=\s?[\d０-９]+$)/iu;
  const named = labels.flatMap((label) =>
    label.speaker !== null && numbered.test(label.speaker) ? [label.speaker] : [],
  );
  if (named.length < 3 || new Set(named).size < named.length) return labels;
  return labels.map((label) => ({
    ...label,
    speaker: label.speaker === null ? null : (numbered.exec(label.speaker)?.[0] ?? label.speaker),
  }));
}

/** Name and time that stand twice with nothing but a time between them, as a meeting's page is copied, are one label: the second, from the line of the first. A time in words is one only there. */
export function withoutEchoes({ text, lines }: Script, labels: readonly Label[]): Label[] {
  const echoes = (label: Label, next: Label | undefined): boolean =>
    next?.speaker === label.speaker &&
    next.time === label.time &&
    lines.slice(label.lineNumber + 1, next.lineNumber).every((line) => isTimeAlone(text, line));
  return labels.flatMap((label, place) => {
    const before = labels[place - 1];
    if (echoes(label, labels[place + 1])) return [];
    if (before !== undefined && echoes(before, label)) return [{ ...label, fromLine: before.lineNumber }];
    return /[:：]\d/u.test(text.slice(label.start, label.after)) ? [label] : [];
  });
}
