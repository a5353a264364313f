import { CsvError, type Options, parse } from 'csv-parse/sync';
import { VerbatimError } from '../../../shared/contract/errors.ts';

export type CsvRecord = {
  /** The line it begins on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } };

/** The records of a table, with as many cells as each has. Throws `csv_malformed` with the line the faulty record begins on. */
export function csvRecords(file: string, text: string, options: Options): CsvRecord[] {
  const asked: Options = { bom: true, relax_column_count: true, ...options, info: true };
  try {
    const records = parse(text, asked) as unknown as Parsed[];
    return records.map(({ record, info }) => ({ line: firstLine(record, info.lines), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new VerbatimError('csv_malformed', {
      file,
      line: error.code === 'CSV_QUOTE_NOT_CLOSED' ? lineAfter(text, asked, error) : Number(error['lines']),
      reason: reasons[error.code] ?? 'other',
    });
  }
}

const reasons: { readonly [code: string]: 'quote_open' | 'quote_inside' | 'cell_long' } = {
  CSV_QUOTE_NOT_CLOSED: 'quote_open',
  INVALID_OPENING_QUOTE: 'quote_inside',
  CSV_INVALID_CLOSING_QUOTE: 'quote_inside',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'quote_inside',
  CSV_MAX_RECORD_SIZE: 'cell_long',
};

/** The parser counts the line a record ends on. */
function firstLine(record: readonly string[], last: number): number {
  return last - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
}

/** What is never closed reaches to the end of the table: where it begins is told by the record before. */
function lineAfter(text: string, asked: Options, error: CsvError): number {
  const whole = Number(error['records']);
  const before = whole === 0 ? [] : (parse(text, { ...asked, to: whole }) as unknown as Parsed[]);
  const lines = text.split(/\r\n|\n|\r/u);
  let line = (before.at(-1)?.info.lines ?? 0) + 1;
  while (asked.skip_empty_lines && lines[line - 1] === '') line += 1;
  return line;
}
