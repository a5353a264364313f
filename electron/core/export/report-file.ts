import { reportCsv } from '../../../shared/export/report-csv.ts';
import { reportHtml } from '../../../shared/export/report-html.ts';
import { reportMarkdown } from '../../../shared/export/report-markdown.ts';
import type { ReportFormat } from '../../../shared/contract/methods/reports.ts';
import type { Report } from '../../../shared/report/model.ts';
import { reportDocx } from './docx.ts';
import { reportXlsx } from './xlsx.ts';

/** The bytes of a report in one format: the same report gives the same bytes. */
export function reportBytes(report: Report, format: ReportFormat): Uint8Array {
  switch (format) {
    case 'html':
      return Buffer.from(reportHtml(report), 'utf8');
    case 'md':
      return Buffer.from(reportMarkdown(report), 'utf8');
    case 'csv':
      return Buffer.from(reportCsv(report), 'utf8');
    case 'docx':
      return reportDocx(report);
    case 'xlsx':
      return reportXlsx(report);
    default:
      return format satisfies never;
  }
}
