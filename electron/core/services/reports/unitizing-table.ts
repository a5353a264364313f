import {
  unitizingMeasures,
  type UnitizingFigures,
  type UnitizingResult,
} from '../../../../shared/contract/methods/agreement.ts';
import { countCell, measureCell, numberCell, textCell } from '../../../../shared/report/cells.ts';
import type { Cell, ReportTable } from '../../../../shared/report/model.ts';
import type { ReportFrame } from './report-frame.ts';
import { undefinedReason } from '../../../../shared/report/report-words.ts';

const decimals = 3;

/** The measures of unitizing per document and overall, with where chance comes from. */
export function unitizingTable({ t, names }: ReportFrame, answer: UnitizingResult): ReportTable {
  const { coders, documents, overall, scope, chance } = answer;
  const title = t('agreement.unitizing.title');
  const cells = (figures: UnitizingFigures): Cell[] => [
    countCell(figures.length),
    ...figures.passages.map((count) => (count === null ? textCell('') : countCell(count))),
    ...unitizingMeasures.flatMap((name) => [
      measureCell(figures[name], decimals, (reason) => undefinedReason(t, reason)),
      ...(name === 'coding' ? [figures.coverage === null ? textCell('') : numberCell(figures.coverage * 100, 1)] : []),
    ]),
  ];
  const isInexact = [...documents, ...(overall ? [overall] : [])].some(({ exact }) => exact === false);
  return {
    kind: 'table',
    name: title,
    caption: title,
    columns: [
      title,
      t('agreement.unitizing.length'),
      ...coders.map(({ id }) => names.coder(id)),
      ...unitizingMeasures.flatMap((name) => [
        t(`agreement.unitizing.${name}`),
        ...(name === 'coding' ? [t('agreement.unitizing.coverage')] : []),
      ]),
    ],
    rows: [
      ...(overall
        ? [[textCell(t('agreement.unitizing.overall', { documents: overall.documents })), ...cells(overall)]]
        : []),
      ...documents.map((one) => [textCell(names.document(one.document.id)), ...cells(one)]),
    ],
    notes: [
      ...(overall ? [] : [t('agreement.unitizing.none')]),
      ...unitizingMeasures.map((name) => t(`agreement.unitizing.${name}.long`)),
      t('agreement.unitizing.note', { scope }),
      ...(chance ? [t('agreement.unitizing.chance', { ...chance, seed: String(chance.seed) })] : []),
      ...(isInexact ? [t('agreement.unitizing.inexact')] : []),
    ],
  };
}
