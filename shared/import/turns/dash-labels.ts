import type { Script } from './candidate-labels.ts';
import type { Label } from './label.ts';

const dash = /^(?:[―—─]{1,3}|--)[ \u3000]?(?=[^\s―—─-])/u;

/** The interviewer as a dash, beside speakers with names, as Japanese magazines print it. */
export function withDashes(script: Script, labels: readonly Label[]): readonly Label[] {
  const labelled = new Set(labels.map((label) => label.lineNumber));
  const dashes = dashLabels(script, labelled);
  if (dashes.length < 3 || dashes.length < labels.length * 0.25) return labels;
  return [...labels, ...dashes].sort((a, b) => a.lineNumber - b.lineNumber);
}

/**
 * Questions behind a dash and answers without any label, as interviews with one person are printed: each question is a turn of the
 * dash, the paragraphs behind it are one of nobody named. Empty unless there are three questions with an answer each, and hardly anything before them.
 */
export function dashQuestions(script: Script): readonly Label[] {
  const { text, lines } = script;
  const dashes = dashLabels(script, new Set());
  const filled = lines.flatMap((line, number) => (line.bodyEnd > line.bodyStart ? [number] : []));
  const isDash = new Set(dashes.map((label) => label.lineNumber));
  const answers = filled.filter((number, place) => place > 0 && !isDash.has(number) && isDash.has(filled[place - 1]!));
  if (dashes.length < 3 || answers.length < dashes.length * 0.8 || dashes.length > filled.length * 0.6) return [];
  // Sentences of a novel begin with a dash as well, but not most of its paragraphs in turn, and not with questions.
  const asked = dashes.filter(({ lineNumber }) =>
    /[?？]|[かね吗嗎呢]。?$/u.test(text.slice(lines[lineNumber]!.bodyStart, lines[lineNumber]!.bodyEnd)),
  );
  if (asked.length < dashes.length * 0.4) return [];
  const silent = answers.map((lineNumber) => {
    const { bodyStart } = lines[lineNumber]!;
    return { lineNumber, start: bodyStart, after: bodyStart, speaker: null, time: null, emphasised: false };
  });
  return [...dashes, ...silent].sort((a, b) => a.lineNumber - b.lineNumber);
}

function dashLabels({ text, lines, from }: Script, labelled: ReadonlySet<number>): Label[] {
  const dashes: Label[] = [];
  for (const [lineNumber, { bodyStart }] of lines.entries()) {
    const isFree = lineNumber >= from && !labelled.has(lineNumber);
    const match = isFree ? dash.exec(text.slice(bodyStart, bodyStart + 6)) : null;
    if (match === null) continue;
    const after = bodyStart + match[0].trimEnd().length;
    const speaker = text.slice(bodyStart, after);
    dashes.push({ lineNumber, start: bodyStart, after, speaker, time: null, emphasised: false });
  }
  return dashes;
}
