import type { CallContext } from '../../../../shared/contract/methods.ts';
import type { ReportKind, ReportRequest } from '../../../../shared/contract/methods/reports.ts';
import type { Report } from '../../../../shared/report/model.ts';
import type { ReportFrame } from './report-frame.ts';

/** Makes one kind of report from its settings; pure but for reading the project. What takes long runs as a task of the call. */
export type ReportBuilder<Kind extends ReportKind> = (
  frame: ReportFrame,
  request: Extract<ReportRequest, { kind: Kind }>,
  call: CallContext,
) => Report | Promise<Report>;
