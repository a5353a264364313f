import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { openContainer } from '../container.ts';
import { csvRecords } from '../csv-records.ts';
import { decodeBytes } from '../encoding.ts';
import { fileKind } from '../file-kind.ts';
import { tableDelimiter, withoutDelimiterLine } from '../table-text.ts';
import { BytesError, fileError, FormatError } from '../unreadable.ts';
import { isXlsx, readXlsx } from './xlsx.ts';

/** A table as it stands in the file: cells are text and nothing in them is changed. */
export type SurveyTable = {
  readonly file: string;
  readonly encoding: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly header: readonly string[];
  /** `row` counts the header as 1, as a spreadsheet does; rows without any filled cell are left out. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

const longestCell = 1024 * 1024;

/**
 * Reads a survey from CSV, TSV (any of the usual delimiters and encodings) or a workbook (.xlsx), told by content. Throws
 * `file_empty`, `file_encoding`, `file_format`, `file_damaged`, `csv_malformed`, `survey_header`, `survey_sheet`, `invalid_input`.
 */
export async function readSurveyTable(
  file: string,
  bytes: Uint8Array,
  { encoding, sheet }: { readonly encoding?: string | undefined; readonly sheet?: string | undefined } = {},
): Promise<SurveyTable> {
  try {
    const kind = fileKind(bytes);
    if (kind === 'zip') return checked(await workbookTable(file, bytes, sheet));
    if (kind === 'ole-encrypted') throw new FormatError('encrypted');
    if (kind !== 'text') throw new FormatError('not_table');
    return checked(textTable(file, bytes, encoding));
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('unknown encoding'))
      throw new VerbatimError('invalid_input', { method: 'survey', detail: `${file}: ${error.message}` });
    throw fileError(file, error);
  }
}

async function workbookTable(file: string, bytes: Uint8Array, sheet: string | undefined): Promise<SurveyTable> {
  const container = await openContainer(bytes);
  if (!isXlsx(container)) throw new FormatError('not_table');
  const workbook = await readXlsx(container, sheet);
  if (workbook === null) {
    const { sheets } = (await readXlsx(container)) ?? { sheets: [] };
    throw new VerbatimError('survey_sheet', { file, sheet: sheet ?? '', sheets: [...sheets] });
  }
  return { file, encoding: null, sheets: workbook.sheets, sheet: workbook.sheet, ...ofRows(workbook.rows) };
}

function textTable(file: string, bytes: Uint8Array, encoding: string | undefined): SurveyTable {
  const decoded = decodeBytes(bytes, encoding);
  if (decoded === null) throw new FormatError('not_table');
  if (decoded.undecodable !== null) throw new BytesError(decoded.encoding, decoded.undecodable.byteOffset);
  const records = parsed(file, withoutDelimiterLine(decoded.text), tableDelimiter(decoded.text));
  return { file, encoding: decoded.encoding, sheets: [], sheet: null, ...ofRows(records) };
}

function parsed(file: string, text: string, delimiter: string): readonly (readonly string[])[] {
  const records = csvRecords(file, text, {
    delimiter,
    // Named, or only the one that ends the first row would end others.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    max_record_size: longestCell,
  });
  return records.map(({ cells }) => cells);
}

function ofRows(records: readonly (readonly string[])[]): Pick<SurveyTable, 'header' | 'rows'> {
  const numbered = records.map((cells, place) => ({ row: place + 1, cells }));
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...rows] = filled;
  const header = (head?.cells ?? []).map((name) => name.trim());
  // Columns without a name and without a cell are what is left of deleted ones.
  while (header.at(-1) === '' && rows.every(({ cells }) => (cells[header.length - 1] ?? '') === '')) header.pop();
  return { header, rows };
}

function checked(table: SurveyTable): SurveyTable {
  const { file, header } = table;
  if (header.length === 0) throw new VerbatimError('file_empty', { file });
  for (const [place, name] of header.entries()) {
    if (name === '') throw new VerbatimError('survey_header', { file, reason: 'no_name', column: String(place + 1) });
    if (header.indexOf(name) !== place)
      throw new VerbatimError('survey_header', { file, reason: 'twice', column: name });
  }
  return table;
}
