import { guardedText } from './formula-guard.ts';

/** A cell of a CSV file; null is an empty one. Numbers are written with every digit, a hyphen for minus and no grouping. */
export type CsvCell = string | number | null;

/** One CSV row after RFC 4180, ended by CRLF: cells are quoted only where they must be, and nothing in them is changed. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`;
}

/** A row of a result, which is looked at and not read back: text that a spreadsheet program would run is held off by an apostrophe. */
export function resultRow(cells: readonly CsvCell[]): string {
  return csvRow(cells.map((cell) => (typeof cell === 'string' ? guardedText(cell) : cell)));
}

/** A line that statistics programs skip: `# name: value`. */
export function commentRow(text: string): string {
  return `# ${text.replaceAll(/[\r\n]+/g, ' ')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
