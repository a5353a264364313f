import { cellText, undefinedNotes } from '../report/cells.ts';
import { type Cell, dataTables, type Report, type ReportTable } from '../report/model.ts';
import { commentRow, type CsvCell, resultRow } from './csv.ts';

/** Spreadsheet programs take a file for UTF-8 only where it begins with this mark. */
const byteOrderMark = '\ufeff';

/** Numbers raw with every digit; nothing where there is no value. */
function csvValue(cell: Cell): CsvCell {
  switch (cell.kind) {
    case 'text':
      return cellText(cell);
    case 'count':
    case 'number':
      return cell.value;
    case 'undefined':
      return null;
    default:
      return cell satisfies never;
  }
}

function tableRows({ columns, rows }: ReportTable): string {
  return resultRow(columns) + rows.map((row) => resultRow(row.map(csvValue))).join('');
}

/**
 * The tables of a report as CSV (UTF-8 with byte order mark, CRLF): first what they are as comment lines, then the tables,
 * each under its caption and an empty line apart where there are several.
 */
export function reportCsv(report: Report): string {
  const tables = dataTables(report);
  const facts = [report.title, ...report.settings.map(([name, value]) => `${name}: ${value}`), ...report.footer];
  const head = facts.map(commentRow).join('');
  const written = tables.map((table) => {
    const notes = [...table.notes, ...undefinedNotes(table)];
    const caption = tables.length > 1 ? commentRow(table.caption) : '';
    return caption + notes.map(commentRow).join('') + tableRows(table);
  });
  return byteOrderMark + head + written.join('\r\n');
}
