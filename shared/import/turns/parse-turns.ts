import type { ParsedTranscript } from '../../domain/transcript.ts';
import { acceptedLabels } from './accepted-labels.ts';
import { builtTurns, isTimeAlone } from './built-turns.ts';
import { headerLineCount } from './header-lines.ts';
import { headLength, type Label, type LabelPattern } from './label.ts';
import { boldName } from './patterns/bold-name.ts';
import { bracketName } from './patterns/bracket-name.ts';
import { heading } from './patterns/heading.ts';
import { ideographicSpace } from './patterns/ideographic-space.ts';
import { letterPoint } from './patterns/letter-point.ts';
import { nameDash } from './patterns/name-dash.ts';
import { nameColon } from './patterns/name-colon.ts';
import { nameGap } from './patterns/name-gap.ts';
import { nameLine } from './patterns/name-line.ts';
import { nameTab } from './patterns/name-tab.ts';
import { nameTime } from './patterns/name-time.ts';
import { timeLine } from './patterns/time-line.ts';
import { timeOnly } from './patterns/time-only.ts';
import { nameShape } from './name-shape.ts';
import { isHeaderKey, roleOfWord } from './role-words.ts';
import { guessedSpeakers } from './speaker-roles.ts';
import { type TranscriptLine, transcriptLines } from './transcript-lines.ts';

const patterns: readonly LabelPattern[] = [
  nameColon,
  heading,
  timeLine,
  nameTime,
  nameTab,
  nameDash,
  ideographicSpace,
  nameGap,
  boldName,
  bracketName,
  letterPoint,
  nameLine,
  timeOnly,
];

/** A pattern is chosen on this many lines after the header; the rest of a longer text follows it. */
const decidingLines = 20_000;

/** Names of the label patterns that can be asked for. */
export const patternNames: readonly string[] = patterns.map((pattern) => pattern.name);

/**
 * Finds the speaker turns of a transcript in its stored text. The pattern under which most labels hold is chosen, or the one
 * asked for. What belongs to no turn (header, front matter, headings, narration, colophon) lies outside all of them; turns are in
 * order and do not overlap. A text without a recognisable pattern has no turns and the pattern `none`. Time and memory grow
 * linearly with the text.
 */
export function parseTurns(
  text: string,
  options: { readonly pattern?: string } = {},
): Pick<ParsedTranscript, 'turns' | 'speakers' | 'pattern'> {
  const lines = transcriptLines(text);
  const from = headerLineCount(text, lines);
  const offered = patterns.filter((pattern) => options.pattern === undefined || options.pattern === pattern.name);
  let best = bestReading(text, lines.slice(0, from + decidingLines), from, offered);
  if (lines.length > from + decidingLines) {
    best = bestReading(text, lines, from, best === null ? offered : [best.pattern]);
  }
  if (best === null) return { turns: [], speakers: [], pattern: 'none' };
  const labels = withColons(text, lines, from, withDashes(text, lines, best.labels, best.pattern), best.pattern);
  const turns = builtTurns(text, lines, labels);
  return { turns, speakers: guessedSpeakers(text, turns), pattern: best.pattern.name };
}

type Reading = { readonly pattern: LabelPattern; readonly labels: readonly Label[] };

/** The pattern with the most labels by weight, with its labels; null if none holds. */
function bestReading(
  text: string,
  lines: readonly TranscriptLine[],
  from: number,
  offered: readonly LabelPattern[],
): Reading | null {
  const filledLines = lines.reduce(
    (sum, line, number) => sum + (number >= from && line.bodyEnd > line.bodyStart ? 1 : 0),
    0,
  );
  let best: Reading | null = null;
  for (const pattern of offered) {
    const candidates = withoutQuestionNumbers(candidateLabels(text, lines, from, pattern));
    let labels =
      pattern === timeOnly
        ? timeLabels(candidates, filledLines)
        : acceptedLabels(candidates, { lines, possibleTurns: pattern.alone ? filledLines / 2 : filledLines });
    if (labels.length === 0 && pattern === nameLine) labels = looseNameLines(text, lines, from, filledLines);
    if (labels.length === 0) continue;
    if (best === null || labels.length * pattern.weight > best.labels.length * best.pattern.weight)
      best = { pattern, labels };
  }
  return best;
}

function candidateLabels(
  text: string,
  lines: readonly TranscriptLine[],
  from: number,
  pattern: LabelPattern,
  isLoose = false,
): Label[] {
  const labels: Label[] = [];
  for (let lineNumber = from; lineNumber < lines.length; lineNumber++) {
    const { bodyStart, bodyEnd } = lines[lineNumber]!;
    if (bodyStart === bodyEnd) continue;
    const whole = bodyEnd - bodyStart <= headLength;
    const match = pattern.match(text.slice(bodyStart, whole ? bodyEnd : bodyStart + headLength), whole);
    if (match === null || (pattern === nameLine && !wordsFollow(text, lines, lineNumber, isLoose))) continue;
    const { length, ...rest } = match;
    labels.push({ lineNumber, start: bodyStart, after: bodyStart + length, ...rest });
  }
  return labels;
}

/**
 * A name alone on its line opens a paragraph, or stands below a time, and has words right below it; loosely, it may stand anywhere,
 * and a blank line may come before the words.
 */
function wordsFollow(text: string, lines: readonly TranscriptLine[], lineNumber: number, isLoose: boolean): boolean {
  const isFilled = (line: TranscriptLine | undefined): boolean => line !== undefined && line.bodyEnd > line.bodyStart;
  const [above, next, afterNext] = [lines[lineNumber - 1], lines[lineNumber + 1], lines[lineNumber + 2]];
  if (isLoose) return isFilled(next) || isFilled(afterNext);
  const opens = above === undefined || lines[lineNumber]!.blanksBefore > 0 || isTimeAlone(text, above);
  return opens && isFilled(next);
}

/** Names alone on lines that nothing else sets off: at least two people, whom their roles or capitals tell, or who take every other line. */
function looseNameLines(text: string, lines: readonly TranscriptLine[], from: number, filledLines: number): Label[] {
  const labels = acceptedLabels(candidateLabels(text, lines, from, nameLine, true), {
    lines,
    possibleTurns: filledLines / 2,
  });
  const names = [...new Set(labels.flatMap(({ speaker }) => speaker ?? []))];
  const [, second = 0] = [...Map.groupBy(labels, ({ speaker }) => speaker).values()]
    .map((own) => own.length)
    .sort((a, b) => b - a);
  const isTold =
    names.some((name) => roleOfWord(name) !== null) ||
    names.every((name) => nameShape(name).upper && name.length > 1) ||
    labels.length >= filledLines * 0.3;
  return names.length >= 2 && second >= 2 && isTold ? labels : [];
}

/** What other speakers of a hearing say between the questions and answers: `THE COURT: …`. */
function withColons(
  text: string,
  lines: readonly TranscriptLine[],
  from: number,
  labels: readonly Label[],
  pattern: LabelPattern,
): readonly Label[] {
  if (pattern !== letterPoint) return labels;
  const labelled = new Set(labels.map((label) => label.lineNumber));
  const others = candidateLabels(text, lines, from, nameColon).filter(({ speaker, lineNumber }) => {
    const shape = speaker === null ? null : nameShape(speaker);
    return shape !== null && shape.plausible && shape.upper && !isHeaderKey(speaker!) && !labelled.has(lineNumber);
  });
  return others.length === 0 ? labels : [...labels, ...others].sort((a, b) => a.lineNumber - b.lineNumber);
}

function timeLabels(candidates: readonly Label[], filledLines: number): Label[] {
  return candidates.length >= 3 && candidates.length >= filledLines * 0.3 ? [...candidates] : [];
}

const dash = /^(?:[―—─]{1,3}|--)[ \u3000]?(?=[^\s―—─-])/u;

/** The interviewer as a dash, beside speakers with names, as Japanese magazines print it. */
function withDashes(
  text: string,
  lines: readonly TranscriptLine[],
  labels: readonly Label[],
  pattern: LabelPattern,
): readonly Label[] {
  if (pattern.alone || pattern === timeOnly) return labels;
  const labelled = new Set(labels.map((label) => label.lineNumber));
  const dashes: Label[] = [];
  for (const [lineNumber, { bodyStart }] of lines.entries()) {
    const match = labelled.has(lineNumber) ? null : dash.exec(text.slice(bodyStart, bodyStart + 6));
    if (match === null) continue;
    const after = bodyStart + match[0].trimEnd().length;
    dashes.push({
      lineNumber,
      start: bodyStart,
      after,
      speaker: text.slice(bodyStart, after),
      time: null,
      emphasised: false,
    });
  }
  if (dashes.length < 3 || dashes.length < labels.length * 0.25) return labels;
  return [...labels, ...dashes].sort((a, b) => a.lineNumber - b.lineNumber);
}

/** `Q1`, `A1`, `Q2` … number the questions, not the people: the letter is the speaker where no number comes back. */
function withoutQuestionNumbers(labels: readonly Label[]): readonly Label[] {
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
