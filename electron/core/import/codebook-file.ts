import { VerbatimError } from '../../../shared/contract/errors.ts';
import { looksLikeFormula } from '../../../shared/export/formula-guard.ts';
import { isCodebookHeader } from '../../../shared/import/codebook/codebook-columns.ts';
import type { ReadCodebook } from '../../../shared/import/codebook/codebook-entry.ts';
import { codebookOfList } from '../../../shared/import/codebook/codebook-list.ts';
import { codebookOfRefi } from '../../../shared/import/codebook/codebook-refi.ts';
import { type CodebookRow, codebookOfTable } from '../../../shared/import/codebook/codebook-table.ts';
import { withPlainLineEnds } from '../../../shared/text/line-ends.ts';
import { openContainer } from './container.ts';
import { csvRecords } from './csv-records.ts';
import { decodeBytes } from './encoding.ts';
import { fileKind } from './file-kind.ts';
import { jsonValue } from './json-value.ts';
import { readRefiXml } from './refi/read-xml.ts';
import { isXlsx, readXlsx } from './survey/xlsx.ts';
import { tableDelimiter, withoutDelimiterLine } from './table-text.ts';
import { BytesError, fileError, FormatError } from './unreadable.ts';

/**
 * The codes of a file, told by its content: a table (CSV, TSV, .xlsx: its first sheet that has the columns of a codebook) a list (JSON), or a codebook or project file of REFI-QDA.
 * Throws `file_empty`, `file_encoding`, `file_format`, `file_damaged`, `csv_malformed`.
 */
export async function readCodebookFile(file: string, bytes: Uint8Array, language: string): Promise<ReadCodebook> {
  try {
    if (bytes.length === 0) throw new VerbatimError('file_empty', { file });
    const kind = fileKind(bytes);
    if (kind === 'zip') return ofRows(await sheetRows(bytes), language);
    if (kind === 'ole-encrypted') throw new FormatError('encrypted');
    if (kind !== 'text') throw new FormatError('no_codes');
    if (isXml(bytes)) {
      const read = codebookOfRefi(readRefiXml(bytes).project, language);
      if (read === null) throw new FormatError('no_codes');
      return read;
    }
    const decoded = decodeBytes(bytes);
    if (decoded === null) throw new FormatError('not_text');
    if (decoded.undecodable !== null) throw new BytesError(decoded.encoding, decoded.undecodable.byteOffset);
    const text = withPlainLineEnds(decoded.text);
    if (text.trim() === '') throw new VerbatimError('file_empty', { file });
    if (/^\s*[[{]/u.test(text)) {
      const read = codebookOfList(jsonValue(text), language);
      if (read === null) throw new FormatError('no_codes');
      return read;
    }
    return ofRows(textRows(file, text), language);
  } catch (error) {
    throw fileError(file, error);
  }
}

/** Whether a file begins as XML does, whatever its encoding. */
function isXml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1').replaceAll('\0', '');
  return /^[^<\w]{0,8}<(?:[?!\w])/u.test(head);
}

function ofRows([header, ...rows]: readonly CodebookRow[], language: string): ReadCodebook {
  if (header === undefined || !isCodebookHeader(header.cells)) throw new FormatError('no_codes');
  return codebookOfTable(header.cells, rows, language);
}

async function sheetRows(bytes: Uint8Array): Promise<CodebookRow[]> {
  const container = await openContainer(bytes);
  if (!isXlsx(container)) throw new FormatError('no_codes');
  const first = await readXlsx(container);
  for (const sheet of first?.sheets ?? []) {
    const rows = sheet === first!.sheet ? first!.rows : ((await readXlsx(container, sheet))?.rows ?? []);
    const filled = rows
      .map((cells, place) => ({ line: place + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (filled[0] !== undefined && isCodebookHeader(filled[0].cells)) return filled;
  }
  return [];
}

/** Lines before the header that begin with `#` say what a file is; in such a file what looks like a formula has an apostrophe before it. */
function textRows(file: string, text: string): CodebookRow[] {
  const about = /^(?:#[^\n]*\n|\s*\n)*/u.exec(text)![0];
  const isWritten = about.includes('#');
  const above = about.split('\n').length - 1;
  const table = text.slice(about.length);
  const plain = (cell: string): string =>
    isWritten && cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
  return csvRecords(file, withoutDelimiterLine(table), { delimiter: tableDelimiter(table), skip_empty_lines: true })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line: line + above, cells: cells.map(plain) }));
}
