import { looksLikeFormula } from '../../../shared/export/formula-guard.ts';
import { xmlText } from '../../../shared/export/xml-text.ts';
import { cellText, isFigureColumn } from '../../../shared/report/cells.ts';
import type { Cell } from '../../../shared/report/model.ts';

/** What one cell of a sheet can hold, by Excel's own limit. */
export const longestCell = 32_767;
const cutMark = '… [cut]';
/** Characters of a head that stand in one line. */
const longestHead = 16;
/** Columns that are printed upright. */
const uprightColumns = 5;

/** Places of the cell formats in the workbook's styles; numbers of d decimals have `firstDecimals + d`. */
export const cellFormat = {
  text: 0,
  head: 1,
  guarded: 2,
  figureHead: 3,
  count: 4,
  firstDecimals: 5,
  mostDecimals: 12,
} as const;

/** Column letters from 0: A, B … Z, AA. */
function columnName(column: number): string {
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

/** How wide a text is in characters, East Asian ones counted twice. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

/** Characters a column shows within bounds: the longest of its cells, and so much of its head that a long one wraps. */
function columnWidth(head: string, texts: readonly string[]): number {
  const ofHead = Math.min(longestHead, widthOf(head));
  return Math.min(60, Math.max(8, ofHead + 2, ...texts.map((text) => widthOf(text) + 2)));
}

/** Heights of rows in points: of a line, and the most Excel takes. */
const lineHeight = 15;
const tallestRow = 409;

/** Room for every line of a row: programs that do not measure wrapped text by themselves would show its first only. */
function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, column) =>
    text
      .slice(0, longestCell)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (widths[column]! - 1))), 0),
  );
  return Math.min(tallestRow, lineHeight * Math.max(1, ...lines));
}

function rowXml(number: number, cells: readonly string[], height: number): string {
  const told = height > lineHeight ? ` ht="${height}" customHeight="1"` : '';
  return `<row r="${number}"${told}>${cells.join('')}</row>`;
}

export type Sheet = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/**
 * One worksheet: the head in its first row, which stays in view, one row for each of the table. Columns and values only, to be read
 * by programs; printed, it is as wide as the page.
 */
export function sheetXml({ head, rows }: Sheet): string {
  // Widths are judged by the first rows: a sheet may have hundreds of thousands.
  const sample = rows.slice(0, 200);
  const widths = head.map((title, column) =>
    columnWidth(
      title,
      sample.map((row) => (row[column] ? cellText(row[column]).slice(0, 80) : '')),
    ),
  );
  const columns = widths.map(
    (width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  const heads = head.map((title, column) =>
    textXml(
      `${columnName(column)}1`,
      title,
      isFigureColumn({ rows: sample }, column) ? cellFormat.figureHead : cellFormat.head,
    ),
  );
  const bodyRows = rows.map((row, place) => {
    const number = place + 2;
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`));
    return rowXml(number, cells, rowHeight(row.map(cellText), widths));
  });
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rowXml(1, heads, rowHeight(head, widths))}${bodyRows.join('')}</sheetData>`,
    `<pageSetup paperSize="9" orientation="${head.length > uprightColumns ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('');
}
