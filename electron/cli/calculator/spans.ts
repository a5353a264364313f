import type { CoderCoding } from '../../../shared/agreement/coded-units/document-tally.ts';
import { readTable, type TableFile, TableFault } from './table-file.ts';

/** Spans of several coders on one text of `length` positions; coders and codes numbered in the order of their names here. */
export type SpanData = {
  readonly coders: readonly string[];
  readonly codes: readonly string[];
  readonly length: number;
  readonly codings: readonly CoderCoding[];
};

const columns = ['coder', 'code', 'start', 'end'] as const;

function placesOf({ name, head }: TableFile): Record<(typeof columns)[number], number> {
  const lower = head.map((title) => title.toLowerCase());
  const missing = columns.filter((column) => !lower.includes(column));
  if (missing.length > 0)
    throw new TableFault(name, 'header', `lacks ${missing.join(', ')}; it has ${head.join(', ')}`);
  return {
    coder: lower.indexOf('coder'),
    code: lower.indexOf('code'),
    start: lower.indexOf('start'),
    end: lower.indexOf('end'),
  };
}

/**
 * Spans from a table with the columns coder, code, start, end: whole numbers from 0, half-open, within the length. A row
 * with a coder alone stands for one who coded nothing. Throws `TableFault` with line and column.
 */
export function readSpans(path: string, length: number): SpanData {
  const file = readTable(path);
  const at = placesOf(file);
  if (file.rows.length === 0) throw new TableFault(file.name, '', 'has a header and no spans');
  const coders: string[] = [];
  const codes: string[] = [];
  const numberOf = (names: string[], name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const codings = file.rows.flatMap(({ line, cells }): CoderCoding[] => {
    const name = cells[at.coder]!;
    if (name === '') throw new TableFault(file.name, `line ${line}, column "coder"`, 'is empty');
    const coder = numberOf(coders, name);
    if ([at.code, at.start, at.end].every((column) => cells[column] === '')) return [];
    const position = (column: 'start' | 'end'): number => {
      const value = cells[at[column]]!;
      if (!/^\d{1,15}$/.test(value))
        throw new TableFault(file.name, `line ${line}, column "${column}"`, `"${value}" is no whole number from 0 on`);
      return Number(value);
    };
    const [start, end] = [position('start'), position('end')];
    if (start >= end)
      throw new TableFault(file.name, `line ${line}, column "end"`, `the span ${start}–${end} holds nothing`);
    if (end > length)
      throw new TableFault(file.name, `line ${line}, column "end"`, `${end} lies beyond the length ${length}`);
    if (cells[at.code] === '') throw new TableFault(file.name, `line ${line}, column "code"`, 'is empty');
    return [{ coder, code: numberOf(codes, cells[at.code]!), start, end }];
  });
  if (coders.length < 2)
    throw new TableFault(
      file.name,
      'column "coder"',
      `names one coder only (${coders[0]}); agreement takes two. A line with a coder alone stands for one who coded nothing`,
    );
  return { coders, codes, length, codings };
}
