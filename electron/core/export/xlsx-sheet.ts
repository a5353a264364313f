import { looksLikeFormula } from '../../../shared/export/formula-guard.ts';
import { xmlText } from '../../../shared/export/xml-text.ts';
import { cellText } from '../../../shared/report/cells.ts';
import type { Cell } from '../../../shared/report/model.ts';

/** What one cell of a sheet can hold, by Excel's own limit. */
export const longestCell = 32_767;
const cutMark = '… [cut]';

/** Places of the cell formats in the workbook's styles; numbers of d decimals have `firstDecimals + d`. */
export const cellFormat = { text: 0, head: 1, guarded: 2, count: 3, firstDecimals: 4, mostDecimals: 12 } as const;

/** Column letters from 0: A, B … Z, AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** Text as a cell keeps it: Excel reads `_x0041_` as a letter unless its underscore is written so itself. */
function stringXml(text: string): string {
  const fitting =
    text.length <= longestCell ? text : text.slice(0, longestCell - cutMark.length).toWellFormed() + cutMark;
  const escaped = fitting.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return `<is><t xml:space="preserve">${xmlText(escaped)}</t></is>`;
}

function textXml(place: string, text: string, format: number): string {
  // Text is never a formula; the quote prefix keeps it text when someone edits the cell.
  const style = format === cellFormat.text && looksLikeFormula(text) ? cellFormat.guarded : format;
  return text === '' ? '' : `<c r="${place}" s="${style}" t="inlineStr">${stringXml(text)}</c>`;
}

function cellXml(cell: Cell, place: string): string {
  switch (cell.kind) {
    case 'text':
      return textXml(place, cellText(cell), cellFormat.text);
    case 'count':
      return `<c r="${place}" s="${cellFormat.count}"><v>${cell.value}</v></c>`;
    case 'number':
      return `<c r="${place}" s="${cellFormat.firstDecimals + Math.min(cell.decimals, cellFormat.mostDecimals)}"><v>${cell.value}</v></c>`;
    case 'undefined':
      return '';
    default:
      return cell satisfies never;
  }
}

/** Characters a column shows: the longest of its cells within bounds, East Asian ones counted twice. */
function widthOf(texts: readonly string[]): number {
  const widths = texts.map((text) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0));
  return Math.min(60, Math.max(8, ...widths.map((width) => width + 2)));
}

export type Sheet = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** One worksheet: the head in its first row, which stays in view, one row for each of the table. Columns and values only, to be read by programs. */
export function sheetXml({ head, rows }: Sheet): string {
  // Widths are judged by the first rows: a sheet may have hundreds of thousands.
  const sample = rows.slice(0, 200);
  const widths = head.map((title, column) =>
    widthOf([title, ...sample.map((row) => (row[column] ? cellText(row[column]).slice(0, 80) : ''))]),
  );
  const columns = widths.map(
    (width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  const headRow = head.map((title, column) => textXml(`${columnName(column)}1`, title, cellFormat.head)).join('');
  const bodyRows = rows.map((row, place) => {
    const number = place + 2;
    return `<row r="${number}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`)).join('')}</row>`;
  });
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData><row r="1">${headRow}</row>${bodyRows.join('')}</sheetData>`,
    '</worksheet>',
  ].join('');
}
