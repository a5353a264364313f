import { cellText, isFigureColumn, reasonMark, undefinedReasons } from '../../../shared/report/cells.ts';
import type { Cell, ReportTable } from '../../../shared/report/model.ts';
import { paragraphXml, runsXml, runXml } from './docx-text.ts';

/** Text width of the page in twentieths of a point: A4 with 18 mm at the sides. */
export const textWidth = 9865;

function cellXml(cell: Cell, width: number, reasons: readonly string[]): string {
  const content =
    cell.kind === 'text'
      ? runsXml(cell.runs)
      : cell.kind === 'undefined'
        ? runXml({ text: '–' }) + runXml({ text: reasonMark(reasons.indexOf(cell.reason)) }, true)
        : runXml({ text: cellText(cell) });
  const align = cell.kind === 'text' ? '' : '<w:jc w:val="right"/>';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml('TableText', content, align)}</w:tc>`;
}

function rowXml(cells: readonly string[], isHead: boolean): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

/** A table under its caption, its head repeated on every page, what is to be said of it below. */
export function tableXml(table: ReportTable): string {
  const reasons = undefinedReasons(table);
  const width = Math.floor(textWidth / Math.max(1, table.columns.length));
  const head = table.columns.map(
    (column, place) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml('TableText', runXml({ text: column, strong: true }), isFigureColumn(table, place) ? '<w:jc w:val="right"/>' : '')}</w:tc>`,
  );
  const notes = [
    ...table.notes.map((note) => runXml({ text: note })),
    ...reasons.map((reason, place) => runXml({ text: reasonMark(place) }, true) + runXml({ text: ` ${reason}` })),
  ];
  return [
    paragraphXml('Caption', runXml({ text: table.caption })),
    `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${width * table.columns.length}" w:type="dxa"/></w:tblPr>`,
    `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(table.columns.length)}</w:tblGrid>`,
    rowXml(head, true),
    ...table.rows.map((row) =>
      rowXml(
        row.map((cell) => cellXml(cell, width, reasons)),
        false,
      ),
    ),
    '</w:tbl>',
    // Two tables without a paragraph between them would become one.
    ...(notes.length === 0 ? [paragraphXml('Note', '')] : notes.map((note) => paragraphXml('Note', note))),
  ].join('');
}
