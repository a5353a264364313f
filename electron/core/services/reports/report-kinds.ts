import type { CallContext } from '../../../../shared/contract/methods.ts';
import type { ReportKind, ReportRequest } from '../../../../shared/contract/methods/reports.ts';
import type { Report } from '../../../../shared/report/model.ts';
import { agreementReport } from './agreement-report.ts';
import { auditReport } from './audit-report.ts';
import { codebookReport } from './codebook-report.ts';
import { comparisonReport } from './comparison-report.ts';
import { cooccurrenceReport } from './cooccurrence-report.ts';
import { passagesReport } from './passages-report.ts';
import { protocolReport } from './protocol-report.ts';
import type { ReportFrame } from './report-frame.ts';
import type { ReportBuilder } from './report-builder.ts';

/** Every kind of report: its settings stand in `shared/contract/reports`, its builder in a file here. */
const reportBuilders: { readonly [Kind in ReportKind]: ReportBuilder<Kind> } = {
  passages: passagesReport,
  codebook: codebookReport,
  audit: auditReport,
  agreement: agreementReport,
  cooccurrence: cooccurrenceReport,
  comparison: comparisonReport,
  protocol: protocolReport,
};

export async function buildReport(frame: ReportFrame, request: ReportRequest, call: CallContext): Promise<Report> {
  // The compiler cannot pair each builder with its own request.
  const build = reportBuilders[request.kind] as ReportBuilder<ReportKind>;
  return build(frame, request, call);
}
