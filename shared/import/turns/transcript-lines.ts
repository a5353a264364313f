/** Characters nobody sees, as the members of a regular expression's class: joiners, marks of direction, a byte order mark gone astray. */
export const invisible = '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';

/** One line of the stored text; all positions in UTF-16 units of the whole text. */
export type TranscriptLine = {
  /** Where what was written begins: after blanks, characters nobody sees, and a printed line number. */
  readonly bodyStart: number;
  /** Where it ends, trailing blanks left out; equal to `bodyStart` for a blank line. */
  readonly bodyEnd: number;
  /** Blank lines right before this one. */
  readonly blanksBefore: number;
};

const printedNumber = /^[ \t\u3000]*(\d{1,5})(?=[ \t\u3000]|[.):|][ \t]|$)[.):|]?/;
const blank = /\s/;
const invisibleHead = new RegExp(`^[\\s${invisible}]+`, 'u');

/**
 * Cuts a text at its line feeds. Where nearly every line carries a running number, as printed transcripts do, the numbers
 * are taken off the bodies. O(n).
 */
export function transcriptLines(text: string): TranscriptLine[] {
  const numbered = carriesLineNumbers(text);
  const sparse = numbered ? null : sparseNumbers(text);
  const lines: TranscriptLine[] = [];
  let blanksBefore = 0;
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const skip =
      numbered || sparse?.has(lines.length)
        ? (printedNumber.exec(text.slice(start, Math.min(end, start + 24)))?.[0].length ?? 0)
        : 0;
    const bodyStart = headEnd(text, start + skip, end);
    const bodyEnd = trimmedEnd(text, bodyStart, end);
    lines.push({ bodyStart, bodyEnd, blanksBefore });
    blanksBefore = bodyEnd === bodyStart ? blanksBefore + 1 : 0;
    start = end + 1;
  }
  return lines;
}

/** The first position in `[from, to)` that is no white space, `to` if there is none. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && blank.test(text.charAt(at))) at++;
  return at;
}

function headEnd(text: string, from: number, to: number): number {
  const at = skipBlanks(text, from, to);
  if (at === to || text.charCodeAt(at) < 0x2000) return at;
  return at + (invisibleHead.exec(text.slice(at, Math.min(to, at + 40)))?.[0].length ?? 0);
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && blank.test(text.charAt(end - 1))) end--;
  return end;
}

/** The lines that carry a number where only every fifth or tenth is counted; null where numbers do not stand so. */
function sparseNumbers(text: string): ReadonlySet<number> | null {
  const counted: { line: number; number: number }[] = [];
  let line = 0;
  for (let start = 0; start <= text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const digits = /^[ \t\u3000]*(\d{1,5})[ \t\u3000]/.exec(text.slice(start, Math.min(end, start + 24)))?.[1];
    if (digits !== undefined && Number(digits) % 5 === 0) counted.push({ line, number: Number(digits) });
    start = end + 1;
  }
  if (counted.length < 3 || counted.length > line / 3) return null;
  const steps = counted.slice(1).filter((each, place) => {
    const step = each.number - counted[place]!.number;
    return (step === 5 || step === 10) && each.line - counted[place]!.line >= step;
  });
  // Each page may begin anew.
  return steps.length >= (counted.length - 1) * 0.8 ? new Set(counted.map((each) => each.line)) : null;
}

/** Looks at the first lines only: at least ten, nine tenths of them numbered one up from the last. */
function carriesLineNumbers(text: string): boolean {
  let lines = 0;
  let running = 0;
  let last: number | null = null;
  for (let start = 0; start < text.length && lines < 200; lines++) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const digits = printedNumber.exec(text.slice(start, Math.min(end, start + 24)))?.[1];
    const number = digits === undefined ? null : Number(digits);
    if (number !== null && (last === null || number === last + 1 || number === 1)) running++;
    last = number ?? last;
    start = end + 1;
  }
  return lines >= 10 && running >= lines * 0.9;
}
