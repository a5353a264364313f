import type { AgreementIntervals, AgreementResult, Estimate } from '../../../shared/contract/methods/agreement.ts';
import type { CsvCell } from '../../../shared/export/csv.ts';
import { csvText } from '../results/csv.ts';
import { type AgreementRow, type MeasureName, measureNames } from './agreement-rows.ts';

type Source = {
  readonly project: string;
  readonly revision: number;
  readonly revisedAt: string;
  readonly synthetic: boolean;
};
type Measures = AgreementRow['measures'];

const columnNames: Readonly<Record<MeasureName, string>> = {
  percentAgreement: 'percent_agreement',
  cohenKappa: 'cohen_kappa',
  krippendorffAlpha: 'krippendorff_alpha',
  gwetAc1: 'gwet_ac1',
  positiveAgreement: 'f1',
};

/** The figures in the order of the columns, then the reasons for those that are not defined. */
function measureCells(measures: Measures): CsvCell[] {
  const reasons = measureNames.flatMap((name) => {
    const measure = measures[name];
    return 'undefined' in measure ? [`${columnNames[name]}: ${measure.undefined}`] : [];
  });
  const values = measureNames.map((name) => {
    const measure = measures[name];
    return 'value' in measure ? measure.value : null;
  });
  return [...values, reasons.join('; ')];
}

/** Both ends of α's interval; empty where there is none. */
function intervalCells(estimate: Estimate | undefined): CsvCell[] {
  return estimate && 'low' in estimate.interval ? [estimate.interval.low, estimate.interval.high] : [null, null];
}

/**
 * The table per code as CSV, raw numbers, followed by the two overall rows; the comment lines say unit, scope, rule, N, coders,
 * documents, revision, and for the sample that it is synthetic.
 */
export function agreementCsv(
  result: AgreementResult,
  intervals: AgreementIntervals | null,
  rows: readonly AgreementRow[],
  source: Source,
): string {
  const estimates = new Map(intervals?.codes.map(({ code, measures }) => [code, measures.krippendorffAlpha]));
  const { coders, overall } = result;
  const noCounts: CsvCell[] = Array.from({ length: coders.length + 1 }, () => null);
  return csvText(
    [
      ['project', source.project],
      ...(source.synthetic ? [['data', 'synthetic sample'] as const] : []),
      ['analysis', 'inter-coder agreement'],
      ['unit', result.unit],
      ['scope', result.scope],
      ...(result.unit !== 'character' ? [['rule', result.rule] as const] : []),
      ['N', String(result.n)],
      ['coders', coders.map(({ name }) => name).join(', ')],
      ['documents', result.documents.map(({ name }) => name).join(', ')],
      ['child codes', result.children === 'apart' ? 'counted apart' : 'counted into their parents'],
      ...(intervals
        ? [
            [
              'intervals',
              intervals.drawn === null
                ? `95 % of alpha, jackknife leaving out one of ${intervals.elements} documents`
                : `95 % of alpha, percentile bootstrap over ${intervals.elements} ${intervals.resampling}, ${intervals.drawn.resamples} resamples, seed ${intervals.drawn.seed} (${intervals.drawn.generator})`,
            ] as const,
          ]
        : []),
      ['revision', String(source.revision)],
      ['revised', source.revisedAt],
    ],
    [
      'code',
      ...coders.map(({ name }) => `coded by ${name}`),
      'coded by all',
      ...measureNames.map((name) => columnNames[name]),
      'undefined',
      'alpha_low',
      'alpha_high',
    ],
    [
      ...rows.map((row) => [
        row.named.fileName,
        ...row.counts,
        row.both,
        ...measureCells(row.measures),
        ...intervalCells(estimates.get(row.code)),
      ]),
      [
        '(all codes, pooled)',
        ...noCounts,
        ...measureCells(overall.pooled),
        ...intervalCells(intervals?.pooled.krippendorffAlpha),
      ],
      [
        '(all codes, mean)',
        ...noCounts,
        ...measureCells(overall.macro),
        ...intervalCells(intervals?.macro.krippendorffAlpha),
      ],
    ],
  );
}
