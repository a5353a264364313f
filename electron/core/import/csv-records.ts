import { CsvError, parse } from 'csv-parse/sync';
import { VerbatimError } from '../../../shared/contract/errors.ts';

export type CsvRecord = {
  /** The line it begins on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** The records of a table whose line ends are plain, blank lines passed over. Throws `csv_malformed`. */
export function csvRecords(file: string, text: string, delimiter = ','): CsvRecord[] {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: firstLine(record, info.lines), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new VerbatimError('csv_malformed', {
      file,
      line: (error as { lines?: number }).lines ?? 0,
      reason: error.message,
    });
  }
}

/** The parser counts the line a record ends on. */
function firstLine(record: readonly string[], last: number): number {
  return last - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
}
