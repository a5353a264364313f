import type { Output } from '../../../../shared/contract/methods.ts';
import type { Estimate, Estimates } from '../../../../shared/contract/methods/agreement.ts';
import { countCell, figuresCell, numberCell, textCell } from '../../../../shared/report/cells.ts';
import { coefficientText } from '../../../../shared/report/figures.ts';
import type { Cell, ReportTable } from '../../../../shared/report/model.ts';
import { decimals, reportedMeasures, shortHeads } from './agreement-cells.ts';
import type { ReportFrame } from './report-frame.ts';
import { undefinedReason } from '../../../../shared/report/report-words.ts';

type Intervals = Output<'agreement.intervals'>;

function rowsOf({ t, names }: ReportFrame, intervals: Intervals, cells: (estimates: Estimates) => Cell[]): Cell[][] {
  return [
    ...intervals.codes.map(({ code, measures }) => [
      { kind: 'text', runs: [names.code(code)] } as const,
      ...cells(measures),
    ]),
    [textCell(t('reports.agreement.pooled')), ...cells(intervals.pooled)],
    [textCell(t('reports.agreement.macro')), ...cells(intervals.macro)],
  ];
}

function none({ t }: ReportFrame, { interval }: Estimate): Cell {
  const reason = 'undefined' in interval ? interval.undefined : '';
  return { kind: 'undefined', reason: undefinedReason(t, reason) };
}

/** The interval of every coefficient, to be read. */
export function intervalTable(frame: ReportFrame, intervals: Intervals): ReportTable {
  const { t } = frame;
  const title = t('reports.agreement.intervals.every');
  return {
    kind: 'table',
    name: title,
    caption: title,
    columns: [t('agreement.column.code'), ...shortHeads(t)],
    rows: rowsOf(frame, intervals, (estimates) =>
      reportedMeasures.map(({ measure }) => {
        const { interval } = estimates[measure];
        if (!('low' in interval)) return none(frame, estimates[measure]);
        const ends = { low: coefficientText(interval.low), high: coefficientText(interval.high) };
        // Both ends stay on one line.
        return figuresCell(t('agreement.interval', ends).replaceAll(' ', '\u00a0'));
      }),
    ),
    notes: [],
  };
}

/** The same to be computed with: both ends, resamples without a value, and how often α stays below the customary lines. */
export function intervalData(frame: ReportFrame, intervals: Intervals): ReportTable {
  const { t } = frame;
  const title = t('reports.agreement.intervals.every');
  const share = (value: number | null): Cell => (value === null ? textCell('') : numberCell(value, decimals));
  return {
    kind: 'table',
    name: title,
    caption: title,
    columns: [
      t('agreement.column.code'),
      ...reportedMeasures.flatMap(({ name }) => [
        t('reports.agreement.low', { of: t(name) }),
        t('reports.agreement.high', { of: t(name) }),
        t('reports.agreement.undefinedResamples', { of: t(name) }),
      ]),
      t('reports.agreement.below', { line: '.667' }),
      t('reports.agreement.below', { line: '.80' }),
    ],
    rows: rowsOf(frame, intervals, (estimates) => [
      ...reportedMeasures.flatMap(({ measure }) => {
        const { interval, undefinedResamples } = estimates[measure];
        const ends =
          'low' in interval
            ? [numberCell(interval.low, decimals), numberCell(interval.high, decimals)]
            : [none(frame, estimates[measure]), none(frame, estimates[measure])];
        return [...ends, countCell(undefinedResamples)];
      }),
      share(estimates.krippendorffAlpha.below667),
      share(estimates.krippendorffAlpha.below80),
    ]),
    notes: [],
  };
}
