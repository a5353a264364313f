import { studyFileName } from '../../../../shared/export/file-name.ts';
import { reportBytes } from '../../export/report-file.ts';
import type { Context, Service } from '../project/context.ts';
import { reportFrame } from './report-frame.ts';
import { buildReport } from './report-kinds.ts';

export function reportsService(context: Context): Service<'reports.read' | 'reports.write'> {
  return {
    'reports.read': async ({ report: request, language, anonymised, blocks }, call) => {
      const frame = reportFrame(context.project(), context.ports.version, language, anonymised);
      const report = await buildReport(frame, request, call);
      return {
        title: report.title,
        settings: report.settings.map(([name, value]): [string, string] => [name, value]),
        blocks: report.blocks.slice(0, blocks),
        total: report.blocks.length,
        footer: [...report.footer],
      };
    },
    'reports.write': async ({ report: request, format, language, anonymised }, call) => {
      const frame = reportFrame(context.project(), context.ports.version, language, anonymised);
      const report = await buildReport(frame, request, call);
      const { project, synthetic } = report.origin;
      const name = studyFileName({ name: project, synthetic }, request.kind);
      return {
        ticket: context.tickets.offer(`${name}.${format}`, reportBytes(report, format)),
        name: `${name}.${format}`,
      };
    },
  };
}
