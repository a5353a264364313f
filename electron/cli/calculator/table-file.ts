import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { withPlainLineEnds } from '../../../shared/text/line-ends.ts';
import { decodeBytes } from '../../core/import/encoding.ts';
import { fileKind } from '../../core/import/file-kind.ts';

/** A row of a table with the line it stands on. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type TableFile = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly TableRow[] };

/** A fault of a table, with its place: what the user is told. */
export class TableFault extends Error {
  constructor(file: string, place: string, what: string) {
    super(`${file}${place === '' ? '' : `, ${place}`}: ${what}`);
  }
}

/**
 * A table with a header (comma, semicolon or tab; any of the usual encodings; quotes as in RFC 4180), cells without the blanks around them.
 * Throws `TableFault` for a file that cannot be read, is empty or no table, or has a row of another length.
 */
export function readTable(path: string): TableFile {
  const name = basename(path);
  const text = textOf(path, name);
  const first = /^[^\n]*\S[^\n]*/m.exec(text)?.[0];
  if (first === undefined) throw new TableFault(name, '', 'is empty');
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const rows = text.includes('"') ? quotedRows(name, text, delimiter) : plainRows(text, delimiter);
  const head = rows[0]!.cells;
  const ragged = rows.find(({ cells }) => cells.length !== head.length);
  if (ragged !== undefined)
    throw new TableFault(
      name,
      `line ${ragged.line}`,
      `has ${ragged.cells.length} cells, the header has ${head.length}`,
    );
  return { name, head, rows: rows.slice(1) };
}

function textOf(path: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new TableFault(path === '' ? 'the table' : path, '', `cannot be read: ${(error as Error).message}`);
  }
  const decoded = fileKind(bytes) === 'text' ? decodeBytes(bytes) : null;
  if (decoded === null) throw new TableFault(name, '', 'is no table of text; save it as CSV');
  if (decoded.undecodable !== null)
    throw new TableFault(name, '', `is not in ${decoded.encoding}; save it as CSV in UTF-8`);
  return withPlainLineEnds(decoded.text);
}

/** Without quotes a line is a row: much faster, for tables of a million rows. */
function plainRows(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() !== '') rows.push({ line: place + 1, cells: line.split(delimiter).map((cell) => cell.trim()) });
  }
  return rows;
}

function quotedRows(name: string, text: string, delimiter: string): TableRow[] {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableFault(name, '', `is no table: ${error.message}`);
  }
}
