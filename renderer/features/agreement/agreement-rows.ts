import type { AgreementCode, AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { MessageId } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { sortedRows, type Sorting, type SortValue } from '../results/sorting.ts';

export type MeasureName = keyof AgreementCode['measures'];
export const measureNames = [
  'percentAgreement',
  'cohenKappa',
  'krippendorffAlpha',
  'gwetAc1',
  'positiveAgreement',
] as const satisfies MeasureName[];

/** The coefficients of figures of so many coders: Cohen's κ compares two, and has no value for more. */
export function measuresFor(coders: number): readonly MeasureName[] {
  return coders > 2 ? measureNames.filter((name) => name !== 'cohenKappa') : measureNames;
}

/** The head of a coefficient's column, and its whole name. */
export const measureHeads: Readonly<Record<MeasureName, readonly [head: MessageId, title: MessageId]>> = {
  percentAgreement: ['agreement.column.percent', 'agreement.column.percent.long'],
  cohenKappa: ['agreement.column.kappa', 'agreement.column.kappa.long'],
  krippendorffAlpha: ['agreement.column.alpha', 'agreement.column.alpha.long'],
  gwetAc1: ['agreement.column.ac1', 'agreement.column.ac1.long'],
  positiveAgreement: ['agreement.column.f1', 'agreement.column.f1.long'],
};

/** Coefficients whose intervals can be shown beside the figures. */
export const intervalMeasures = [
  'krippendorffAlpha',
  'cohenKappa',
  'gwetAc1',
  'positiveAgreement',
] as const satisfies MeasureName[];
export type IntervalMeasure = (typeof intervalMeasures)[number];

/** `coder:0` is the first coder's count, `each` those of all coders together. */
export type AgreementColumn = 'code' | 'both' | 'each' | MeasureName | `coder:${number}`;

export type AgreementRow = AgreementCode & {
  readonly named: NamedCode;
  /** Some coder has too few codings of it to lean on the figure. */
  readonly isThin: boolean;
};

/** Codings by one coder below which a coefficient says little. */
const thinBelow = 5;

/** One row for each code used, with its name; in the order of the codebook. */
export function agreementRows(result: AgreementResult, names: ReadonlyMap<CodeId, NamedCode>): readonly AgreementRow[] {
  return result.codes
    .flatMap((code) => {
      const named = names.get(code.code);
      if (!named) return [];
      const isThin = result.coders.some(
        ({ id }, place) => code.counts[place] !== null && (named.codings[id] ?? 0) < thinBelow,
      );
      return [{ ...code, named, isThin }];
    })
    .sort((a, b) => a.named.order - b.named.order);
}

function sortValue(row: AgreementRow, column: AgreementColumn): SortValue {
  if (column === 'code') return row.named.name;
  if (column === 'both') return row.both;
  if (column === 'each') return row.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (column.startsWith('coder:')) return row.counts[Number(column.slice(6))] ?? null;
  const measure = row.measures[column as MeasureName];
  return 'value' in measure ? measure.value : null;
}

/** The rows in the chosen order; those without the figure come last. */
export function rowsInOrder(
  rows: readonly AgreementRow[],
  sorting: Sorting<AgreementColumn>,
  compareText: (a: string, b: string) => number,
): AgreementRow[] {
  return sortedRows(rows, (row) => sortValue(row, sorting.column), sorting.direction, compareText);
}

/** Whether every coder compared used the code at least once; if not, its coefficient says that and nothing more. */
export function isUsedByAll(row: AgreementRow): boolean {
  return row.counts.every((count) => count !== 0);
}

/** The codes all use on which coders are furthest apart by α: at most two, and only where there are others to be better than. */
export function weakestRows(rows: readonly AgreementRow[]): { readonly row: AgreementRow; readonly alpha: number }[] {
  const defined = rows.filter(isUsedByAll).flatMap((row) => {
    const alpha = row.measures.krippendorffAlpha;
    return 'value' in alpha ? [{ row, alpha: alpha.value }] : [];
  });
  if (defined.length < 3) return [];
  return defined.sort((a, b) => a.alpha - b.alpha).slice(0, 2);
}

/** Where a value lies beside the customary lines .667 and .80. */
export function placeByLines(value: number): 'below' | 'between' | 'above' {
  if (value < 0.667) return 'below';
  return value < 0.8 ? 'between' : 'above';
}
