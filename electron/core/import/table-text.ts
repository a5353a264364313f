import { CsvError, parse } from 'csv-parse/sync';
import { isSegmentHeader } from '../../../shared/import/segments/table-segments.ts';
import { DamageError } from './unreadable.ts';

const delimiters = [',', '\t', ';', '|', '，'] as const;
const longestCell = 16 * 1024 * 1024;
/** So much of a table tells how its cells are parted. */
const judgedLength = 1 << 16;

/** What Excel writes above a table to say how its cells are parted. */
const delimiterLine = /^sep=([^\r\n])\r?\n/iu;

/** A table without the line that says how its cells are parted: no row of it. */
export function withoutDelimiterLine(text: string): string {
  return text.replace(delimiterLine, '');
}

/**
 * The delimiter of a table: the one it says, else by its first filled line the one that makes a header of known names, else the one
 * that gives most rows as many cells as the header, quotation marks at the edges of cells, and then the most cells; a comma for a
 * single column.
 */
export function tableDelimiter(text: string): string {
  const said = delimiterLine.exec(text)?.[1];
  if (said !== undefined) return said;
  const head = firstLine(text);
  const known = delimiters.find((delimiter) => isSegmentHeader(cells(head, delimiter)));
  if (known !== undefined) return known;
  const told = delimiters.map((delimiter) => {
    const { counts, marksWithin } = cellCounts(text, delimiter);
    const [header = 1, ...rows] = counts;
    const even = rows.length === 0 ? 1 : rows.filter((count) => count === header).length / rows.length;
    return { delimiter, even: header === 1 ? -1 : even, marksWithin, header };
  });
  return told.toSorted((a, b) => b.even - a.even || a.marksWithin - b.marksWithin || b.header - a.header)[0]!.delimiter;
}

/** How many cells each of the first filled rows has; what stands in quotation marks parts nothing. `marksWithin`: quotation marks that neither open nor close a cell. */
function cellCounts(text: string, delimiter: string): { counts: number[]; marksWithin: number } {
  const counts: number[] = [];
  let marksWithin = 0;
  const end = Math.min(text.length, judgedLength);
  let [count, isQuoted, isBegun, filled, closedAt] = [1, false, false, false, -1];
  for (let at = 0; at < end; at++) {
    const character = text[at]!;
    if (isQuoted) {
      isQuoted = character !== '"';
      closedAt = at;
    } else if (character === '"' && (!isBegun || closedAt === at - 1)) {
      // At the beginning of a cell, or the second of a pair within quotation; elsewhere it is a character.
      [isQuoted, isBegun, filled] = [true, true, true];
    } else if (character === delimiter) [count, isBegun] = [count + 1, false];
    else if (character === '\n' || character === '\r') {
      if (filled) counts.push(count);
      [count, isBegun, filled] = [1, false, false];
    } else if (character !== '\ufeff') {
      [isBegun, filled] = [true, true];
      if (character === '"') marksWithin++;
    }
  }
  // The last row may be cut off where others say enough.
  if (filled && (end === text.length || counts.length === 0)) counts.push(count);
  return { counts, marksWithin };
}

/** Whether a text of any name is a table of speech: its first line names the words and who said them or when, its second has the same delimiter. */
export function isSegmentTable(text: string): boolean {
  const head = firstLine(withoutDelimiterLine(text));
  const below = firstLine(text.slice(text.indexOf(head) + head.length));
  return delimiters.some((delimiter) => isSegmentHeader(cells(head, delimiter)) && below.includes(delimiter));
}

/**
 * The rows of a table (RFC 4180, any delimiter, quotes inside cells forgiven, blank lines passed over). A quote that is never closed is taken as a
 * character if every row then has as many cells as the first. Throws DamageError (`table`).
 */
export function tableRows(written: string, delimiter: string): string[][] {
  const text = withoutDelimiterLine(written);
  try {
    return parsed(text, delimiter, '"');
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const rows = parsed(text, delimiter, null);
    if (rows.some((row) => row.length !== rows[0]!.length)) throw new DamageError('table', { cause: error });
    return rows;
  }
}

/** Whether every filled line is a label of a track: two times that go on, and words (Audacity). */
export function isLabelTrack(text: string): boolean {
  const head = text.slice(0, 4000).split('\n').slice(0, 20);
  const filled = (head.length < 20 ? head : head.slice(0, -1)).filter((line) => line.trim() !== '');
  return filled.length > 1 && filled.every((line) => /^\d+[.,]\d+\t\d+[.,]\d+\t\S/u.test(line));
}

function parsed(text: string, delimiter: string, quote: string | null): string[][] {
  return parse(text, {
    delimiter,
    quote,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestCell,
  });
}

function firstLine(text: string): string {
  return /[^\n]*\S[^\n]*/u.exec(text.slice(0, 8000))?.[0] ?? '';
}

/** Good enough for a header: quotes are taken off, delimiters inside them are rare there. */
function cells(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
}
