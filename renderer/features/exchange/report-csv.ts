import type { ExchangeReport } from '../../../shared/contract/methods/exchange.ts';
import { csvText } from '../results/csv.ts';

/** The whole report, a row for everything that was counted, needs attention or is not taken over. */
export function reportCsv(report: ExchangeReport): string {
  const { convention } = report;
  return csvText(
    [
      ['file', report.file],
      ['written by', report.origin],
      [
        'positions',
        `${convention.unit}, ${convention.lineEnds}, decided by ${convention.decidedBy}, ${convention.tested} tested, margin ${convention.margin}`,
      ],
      ['coders by', report.attribution],
    ],
    ['what', 'element', 'reason', 'guid', 'name', 'in_file', 'imported', 'present', 'lost', 'document', 'start', 'end'],
    [
      ...report.counts.map((each) => [
        'count',
        each.element,
        null,
        null,
        null,
        each.inFile,
        each.imported,
        each.present,
        each.lost,
        null,
        null,
        null,
      ]),
      ...report.attention.map((each) => [
        'needs attention',
        each.codes.join('; '),
        each.reason,
        each.guid,
        each.name,
        null,
        null,
        null,
        1,
        each.document,
        each.start,
        each.end,
      ]),
      ...report.losses.map((each) => [
        'not taken over as it is',
        each.element,
        each.reason,
        each.guid,
        each.name,
        each.count,
        null,
        null,
        null,
        null,
        null,
        null,
      ]),
    ],
  );
}
