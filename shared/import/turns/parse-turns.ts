import type { Span } from '../../domain/span.ts';
import type { ParsedTranscript } from '../../domain/transcript.ts';
import { acceptedLabels } from './accepted-labels.ts';
import { builtTurns } from './built-turns.ts';
import { candidateLabels, type Script, withoutEchoes, withoutQuestionNumbers } from './candidate-labels.ts';
import { dashQuestions, withDashes } from './dash-labels.ts';
import { headerLineCount } from './header-lines.ts';
import type { Label, LabelPattern } from './label.ts';
import { lineEmphasis } from './line-emphasis.ts';
import { boldName } from './patterns/bold-name.ts';
import { bracketName } from './patterns/bracket-name.ts';
import { heading } from './patterns/heading.ts';
import { ideographicSpace } from './patterns/ideographic-space.ts';
import { letterPoint, pairedLetters } from './patterns/letter-point.ts';
import { nameDash } from './patterns/name-dash.ts';
import { nameColon } from './patterns/name-colon.ts';
import { nameGap } from './patterns/name-gap.ts';
import { nameLine } from './patterns/name-line.ts';
import { nameQuote } from './patterns/name-quote.ts';
import { nameTab } from './patterns/name-tab.ts';
import { nameTime } from './patterns/name-time.ts';
import { timeLine } from './patterns/time-line.ts';
import { timeOnly } from './patterns/time-only.ts';
import { nameShape } from './name-shape.ts';
import { isArgumentWord, isHeaderKey, roleOfWord } from './role-words.ts';
import { guessedSpeakers } from './speaker-roles.ts';
import { transcriptLines } from './transcript-lines.ts';

const patterns: readonly LabelPattern[] = [
  nameColon,
  heading,
  timeLine,
  nameTime,
  nameTab,
  nameDash,
  ideographicSpace,
  nameQuote,
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
 * asked for, which is then trusted with less. What belongs to no turn (header, front matter, headings, narration, colophon) lies outside all of them; turns are in
 * order and do not overlap. A text without a recognisable pattern has no turns and the pattern `none`. `emphasis` are the stretches set off
 * by their type, in order, where the format has type. Time and memory grow linearly with the text.
 */
export function parseTurns(
  text: string,
  options: {
    /** The pattern the user asked for. */
    readonly pattern?: string;
    /** The only pattern to look for, with the usual caution. */
    readonly only?: string;
    readonly emphasis?: readonly Span[];
  } = {},
): Pick<ParsedTranscript, 'turns' | 'speakers' | 'pattern'> {
  const lines = transcriptLines(text);
  const from = headerLineCount(text, lines);
  const script: Script = { text, lines, from, emphasis: lineEmphasis(lines, options.emphasis ?? []) };
  const wanted = options.pattern ?? options.only;
  const offered = patterns.filter((pattern) => wanted === undefined || wanted === pattern.name);
  let best = bestReading({ ...script, lines: lines.slice(0, from + decidingLines) }, offered);
  if (lines.length > from + decidingLines) best = bestReading(script, best === null ? offered : [best.pattern]);
  if (best === null && options.pattern !== undefined) best = askedReading(script, offered);
  const labels = best === null ? (wanted === undefined ? dashQuestions(script) : []) : allLabels(script, best);
  if (labels.length === 0) return { turns: [], speakers: [], pattern: 'none' };
  const turns = builtTurns(text, lines, labels);
  return { turns, speakers: guessedSpeakers(text, turns), pattern: best?.pattern.name ?? nameDash.name };
}

type Reading = { readonly pattern: LabelPattern; readonly labels: readonly Label[] };

/** A reading that a single name makes, none of a role, is worth this much of one that two people make. */
const alone = 0.6;

/** The pattern with the most labels by weight, with its labels; null if none holds. */
function bestReading(script: Script, offered: readonly LabelPattern[]): Reading | null {
  const filledLines = countFilled(script);
  let best: (Reading & { readonly weight: number }) | null = null;
  for (const pattern of offered) {
    const found = withoutQuestionNumbers(candidateLabels(script, pattern));
    const candidates = pattern === timeLine ? withoutEchoes(script, found) : found;
    let labels =
      pattern === timeOnly
        ? timeLabels(candidates, filledLines)
        : acceptedLabels(pattern === letterPoint ? pairedLetters(candidates) : candidates, {
            lines: script.lines,
            possibleTurns: pattern.alone ? filledLines / 2 : filledLines,
            isTelling: pattern.weight >= 1,
          });
    if (pattern.alone && lackWords(script, labels)) labels = [];
    if (labels.length === 0 && pattern === nameLine) labels = looseNameLines(script, filledLines);
    if (labels.length === 0) continue;
    const weight = labels.length * pattern.weight * (namesOneStranger(labels) ? alone : 1);
    if (best === null || weight > best.weight) best = { pattern, labels, weight };
  }
  return best;
}

/** Whether many labels that should stand alone have the next label right below: a schedule, a list. */
function lackWords({ lines }: Script, labels: readonly Label[]): boolean {
  const labelled = new Set(labels.map(({ lineNumber }) => lineNumber));
  const empty = labels.filter(({ lineNumber }) => {
    let below = lineNumber + 1;
    while (below < lines.length && lines[below]!.bodyEnd === lines[below]!.bodyStart) below++;
    return labelled.has(below);
  });
  return empty.length > labels.length * 0.4;
}

function countFilled({ lines, from }: Script): number {
  return lines.reduce((sum, line, number) => sum + (number >= from && line.bodyEnd > line.bodyStart ? 1 : 0), 0);
}

function namesOneStranger(labels: readonly Label[]): boolean {
  const names = new Set(labels.map(({ speaker }) => speaker));
  const [name] = names;
  return names.size === 1 && name !== null && name !== undefined && roleOfWord(name) === null;
}

/** What the user's word makes labels of: all that read like names. */
function askedReading(script: Script, [pattern]: readonly LabelPattern[]): Reading | null {
  if (pattern === undefined) return null;
  const labels = candidateLabels(script, pattern).filter(
    ({ speaker }) =>
      speaker === null || (nameShape(speaker).plausible && !isHeaderKey(speaker) && !isArgumentWord(speaker)),
  );
  return labels.length === 0 ? null : { pattern, labels };
}

/** The labels of a reading with those that stand beside its pattern. */
function allLabels(script: Script, { pattern, labels }: Reading): readonly Label[] {
  if (pattern.alone || pattern === timeOnly) return labels;
  const dashed = withDashes(script, labels);
  return pattern === letterPoint ? withColons(script, dashed) : dashed;
}

/** Names alone on lines that nothing else sets off: at least two people, whom their roles or capitals tell, or who take every other line. */
function looseNameLines(script: Script, filledLines: number): Label[] {
  const labels = acceptedLabels(candidateLabels(script, nameLine, true), {
    lines: script.lines,
    possibleTurns: filledLines / 2,
    isTelling: false,
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
function withColons(script: Script, labels: readonly Label[]): readonly Label[] {
  const labelled = new Set(labels.map((label) => label.lineNumber));
  const others = candidateLabels(script, nameColon).filter(({ speaker, lineNumber }) => {
    const shape = speaker === null ? null : nameShape(speaker);
    return shape !== null && shape.plausible && shape.upper && !isHeaderKey(speaker!) && !labelled.has(lineNumber);
  });
  return others.length === 0 ? labels : [...labels, ...others].sort((a, b) => a.lineNumber - b.lineNumber);
}

function timeLabels(candidates: readonly Label[], filledLines: number): Label[] {
  return candidates.length >= 3 && candidates.length >= filledLines * 0.3 ? [...candidates] : [];
}
