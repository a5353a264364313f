import { cellText, isFigureColumn, reasonMark, undefinedReasons } from '../../../shared/report/cells.ts';
import type { Cell, ReportTable } from '../../../shared/report/model.ts';
import { columnWidths } from './docx-columns.ts';
import { paragraphXml, runsXml, runXml } from './docx-text.ts';

function boxXml(content: string, width: number, isFigure: boolean): string {
  const align = isFigure ? '<w:jc w:val="right"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml('TableText', content, align)}</w:tc>`;
}

function contentXml(cell: Cell, reasons: readonly string[]): string {
  if (cell.kind === 'text') return runsXml(cell.runs);
  if (cell.kind === 'undefined')
    return runXml({ text: '–' }) + runXml({ text: reasonMark(reasons.indexOf(cell.reason)) }, true);
  return runXml({ text: cellText(cell) });
}

function rowXml(cells: readonly string[], isHead: boolean): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

/** A table under its caption, `room` wide, its head repeated on every page, what is to be said of it below. */
export function tableXml(table: ReportTable, room: number): string {
  const reasons = undefinedReasons(table);
  const widths = columnWidths(table, room);
  const areFigures = table.columns.map((_, place) => isFigureColumn(table, place));
  const head = table.columns.map((column, place) =>
    boxXml(runXml({ text: column, strong: true }), widths[place]!, areFigures[place]!),
  );
  const rows = table.rows.map((row) =>
    row.map((cell, place) =>
      boxXml(contentXml(cell, reasons), widths[place]!, areFigures[place]! || cell.kind !== 'text'),
    ),
  );
  const notes = [
    ...table.notes.map((note) => runXml({ text: note })),
    ...reasons.map((reason, place) => runXml({ text: reasonMark(place) }, true) + runXml({ text: ` ${reason}` })),
  ];
  return [
    paragraphXml('Caption', runXml({ text: table.caption })),
    `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    rowXml(head, true),
    ...rows.map((cells) => rowXml(cells, false)),
    '</w:tbl>',
    // Two tables without a paragraph between them would become one.
    ...(notes.length === 0 ? [paragraphXml('Note', '')] : notes.map((note) => paragraphXml('Note', note))),
  ].join('');
}
