import type { AgreementMeasures } from '../../../../shared/contract/methods/agreement.ts';
import { measureCell } from '../../../../shared/report/cells.ts';
import type { Cell } from '../../../../shared/report/model.ts';
import { type ReportWords, undefinedReason } from '../../../../shared/report/report-words.ts';

type Measure = AgreementMeasures[keyof AgreementMeasures];

/** Decimals coefficients are shown with in reports. */
export const decimals = 3;

/** The coefficients of the report, in the order of its columns. */
export const reportedMeasures = [
  { measure: 'percentAgreement', name: 'agreement.column.percent.long', short: 'agreement.column.percent.long' },
  { measure: 'cohenKappa', name: 'agreement.column.kappa.long', short: 'agreement.column.kappa' },
  { measure: 'krippendorffAlpha', name: 'agreement.column.alpha.long', short: 'agreement.column.alpha' },
  { measure: 'gwetAc1', name: 'agreement.column.ac1.long', short: 'agreement.column.ac1' },
  { measure: 'positiveAgreement', name: 'agreement.column.f1', short: 'agreement.column.f1' },
] as const;

export function agreementCell(t: ReportWords, measure: Measure): Cell {
  return measureCell(measure, decimals, (reason) => undefinedReason(t, reason));
}

export function measureCells(t: ReportWords, measures: AgreementMeasures): Cell[] {
  return reportedMeasures.map(({ measure }) => agreementCell(t, measures[measure]));
}

export function measureHeads(t: ReportWords): string[] {
  return reportedMeasures.map(({ name }) => t(name));
}

/** The same where room is scarce. */
export function shortHeads(t: ReportWords): string[] {
  return reportedMeasures.map(({ short }) => t(short));
}
