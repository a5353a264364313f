import { cellText, isFigureColumn, isWideTable, reasonMark, undefinedReasons } from '../report/cells.ts';
import type { Cell, Report, ReportBlock, ReportTable, Run } from '../report/model.ts';
import { escapedHtml, htmlPage } from './html-page.ts';

function runHtml({ text, lang, strong }: Run): string {
  const words = strong ? `<strong>${escapedHtml(text)}</strong>` : escapedHtml(text);
  return lang === undefined ? words : `<span lang="${escapedHtml(lang)}">${words}</span>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function cellHtml(cell: Cell, reasons: readonly string[], column: number, isFigure: boolean): string {
  if (cell.kind === 'text' && column === 0) return `<th scope="row">${runsHtml(cell.runs)}</th>`;
  const content =
    cell.kind === 'text'
      ? runsHtml(cell.runs)
      : cell.kind === 'undefined'
        ? `<abbr title="${escapedHtml(cell.reason)}">–<sup>${reasonMark(reasons.indexOf(cell.reason))}</sup></abbr>`
        : escapedHtml(cellText(cell));
  return isFigure || cell.kind !== 'text' ? `<td class="figure">${content}</td>` : `<td>${content}</td>`;
}

function tableHtml(table: ReportTable): string {
  const reasons = undefinedReasons(table);
  const areFigures = table.columns.map((_, place) => isFigureColumn(table, place));
  const heads = table.columns.map(
    (column, place) =>
      `<th scope="col"${place > 0 && areFigures[place] ? ' class="figure"' : ''}>${escapedHtml(column)}</th>`,
  );
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, place) => cellHtml(cell, reasons, place, areFigures[place]!)).join('')}</tr>`,
  );
  const notes = [
    ...table.notes.map(escapedHtml),
    ...reasons.map((reason, place) => `<sup>${reasonMark(place)}</sup> ${escapedHtml(reason)}`),
  ];
  return [
    `<div class="table${isWideTable(table) ? ' wide' : ''}"><table>`,
    `<caption>${escapedHtml(table.caption)}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    `</table></div>`,
    ...notes.map((note) => `<p class="note">${note}</p>`),
  ].join('\n');
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'quotation':
      return [
        '<figure class="quotation">',
        `<blockquote>${runsHtml(block.runs)}</blockquote>`,
        `<figcaption>${runsHtml(block.source)}</figcaption>`,
        ...block.below.map((runs) => `<p class="below">${runsHtml(runs)}</p>`),
        '</figure>',
      ].join('\n');
    case 'table':
      return tableHtml(block);
    case 'figure':
      return [
        '<figure class="picture">',
        `<div role="img" aria-label="${escapedHtml(block.alternative)}">${block.svg}</div>`,
        `<figcaption>${escapedHtml(block.caption)}</figcaption>`,
        '</figure>',
      ].join('\n');
    default:
      return block satisfies never;
  }
}

/** A report as one HTML file: nothing in it comes from elsewhere, it prints well, and follows light and dark. */
export function reportHtml(report: Report): string {
  return htmlPage(report, ['<main>', ...report.blocks.map(blockHtml), '</main>']);
}
