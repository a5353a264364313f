import { type CsvRowFault, VerbatimError } from '../../../shared/contract/errors.ts';
import { withPlainLineEnds } from '../../../shared/text/line-ends.ts';
import { openContainer } from './container.ts';
import { firstUndecodableByte } from './bad-byte.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { decodeBytes } from './encoding.ts';
import { fileKind } from './file-kind.ts';
import { isXlsx, readXlsx } from './survey/xlsx.ts';
import { tableDelimiter } from './table-text.ts';
import { fileError, FormatError } from './unreadable.ts';

/** One row of a codings CSV, its line counted from 1 with the header; positions in code points, not yet checked. */
export type CodingsCsvRow = {
  readonly line: number;
  readonly document: string;
  readonly coder: string | null;
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly text: string | null;
  readonly memo: string;
};

const required = ['document', 'code', 'start', 'end'] as const;
type Column = (typeof required)[number] | 'coder' | 'text' | 'memo';
const synonyms: Readonly<Record<string, Column>> = { doc: 'document' };

/** A line that names a document and a coder and nothing else: the coder is done with it and coded nothing. */
export type NothingCodedRow = { readonly line: number; readonly document: string; readonly coder: string | null };

export type CodingsTable = {
  readonly rows: CodingsCsvRow[];
  readonly nothingCoded: NothingCodedRow[];
  readonly faults: CsvRowFault[];
};

/** The text of a table in UTF-8, or in UTF-16 with its mark: names of coders and codes are not to be guessed. */
function decode(file: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new VerbatimError('file_empty', { file });
  const decoded = fileKind(bytes) === 'text' ? decodeBytes(bytes) : null;
  if (decoded === null) throw fileError(file, new FormatError('not_table'));
  const encoding = decoded.confidence === 'certain' ? decoded.encoding : 'utf-8';
  const byte = encoding === decoded.encoding ? decoded.undecodable?.byteOffset : firstUndecodableByte(bytes, encoding);
  if (typeof byte === 'number') throw new VerbatimError('file_encoding', { file, encoding, byte });
  return decoded.text;
}

function wholeNumber(cell: string): number | null {
  return /^\s*\d{1,15}\s*$/.test(cell) ? Number(cell) : null;
}

/**
 * Reads a codings CSV (RFC 4180 with a comma, semicolon or tab, UTF-8, or UTF-16 with its mark, header row). Rows whose positions are no numbers or
 * that have too few cells are listed as faults. Throws `file_empty`, `file_format`, `file_encoding`, `csv_malformed`, `csv_header`, `survey_header`.
 */
export function readCodingsCsv(file: string, bytes: Uint8Array): CodingsTable {
  // Stored texts have plain line ends, and the parser would count a CRLF in quotes as two lines.
  // "sep=;" on a line of its own is a word to Excel.
  const text = withPlainLineEnds(decode(file, bytes)).replace(/^sep=.(?=\n)/i, '');
  return codingsTable(file, csvRecords(file, text, { delimiter: tableDelimiter(text), skip_empty_lines: true }));
}

/** The same of a CSV or of a workbook's first sheet, told by the content. Throws also `file_format`, `file_damaged`. */
export async function readCodingsFile(file: string, bytes: Uint8Array): Promise<CodingsTable> {
  if (fileKind(bytes) !== 'zip') return readCodingsCsv(file, bytes);
  try {
    const container = await openContainer(bytes);
    if (!isXlsx(container)) throw new FormatError('archive');
    const { rows } = (await readXlsx(container)) ?? { rows: [] };
    const wide = rows[0]?.length ?? 0;
    // A row ends with its last filled cell.
    const cells = (row: readonly string[]): string[] => Array.from({ length: wide }, (_, place) => row[place] ?? '');
    const records = rows.map((row, place) => ({ line: place + 1, cells: cells(row) }));
    return codingsTable(
      file,
      records.filter((record) => record.cells.some((cell) => cell !== '')),
    );
  } catch (error) {
    throw fileError(file, error);
  }
}

function codingsTable(file: string, all: CsvRecord[]): CodingsTable {
  const header = all.shift();
  if (!header) throw new VerbatimError('file_empty', { file });
  const names = header.cells.map((name) => name.trim().toLowerCase()).map((name) => synonyms[name] ?? name);
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new VerbatimError('csv_header', { file, missing: [...missing], found: [...header.cells] });
  const known = new Set<string>([...required, 'coder', 'text', 'memo']);
  const twice = names.find((name, place) => known.has(name) && names.indexOf(name) !== place);
  if (twice !== undefined) throw new VerbatimError('survey_header', { file, reason: 'twice', column: twice });
  const column = (name: Column): number => names.indexOf(name);
  const rows: CodingsCsvRow[] = [];
  const nothingCoded: NothingCodedRow[] = [];
  const faults: CsvRowFault[] = [];
  for (const record of all) {
    const { line } = record;
    const cell = (name: Column): string | undefined => (column(name) < 0 ? undefined : record.cells[column(name)]);
    if (record.cells.length !== names.length) {
      faults.push({ line, problem: 'columns', value: String(record.cells.length) });
      continue;
    }
    const [document, coder] = [cell('document')!, cell('coder')?.trim() || null];
    if (document !== '' && (['code', 'start', 'end', 'text', 'memo'] as const).every((name) => !cell(name)?.trim())) {
      nothingCoded.push({ line, document, coder });
      continue;
    }
    const start = wholeNumber(cell('start')!);
    const end = wholeNumber(cell('end')!);
    if (start === null || end === null) {
      faults.push({ line, problem: 'not_a_number', value: start === null ? cell('start')! : cell('end')! });
      continue;
    }
    rows.push({
      line,
      document,
      coder,
      code: cell('code')!.trim(),
      start,
      end,
      text: cell('text') || null,
      memo: cell('memo') ?? '',
    });
  }
  return { rows, nothingCoded, faults };
}
