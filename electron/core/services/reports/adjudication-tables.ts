import type { Output } from '../../../../shared/contract/methods.ts';
import { countCell, textCell } from '../../../../shared/report/cells.ts';
import type { ReportTable } from '../../../../shared/report/model.ts';
import { measureCells, measureHeads } from './agreement-cells.ts';
import type { ReportFrame } from './report-frame.ts';

/** Before and after decisions, and every coder against the agreed layer; nothing where nothing is decided. */
export function adjudicationTables({ t, names }: ReportFrame, figures: Output<'adjudication.figures'>): ReportTable[] {
  if (figures.decided === 0) return [];
  const title = t('reports.agreement.adjudication');
  return [
    {
      kind: 'table',
      name: title,
      caption: t('reports.agreement.adjudication.caption', { decided: figures.decided, total: figures.total }),
      columns: [title, ...measureHeads(t)],
      rows: [
        [textCell(t('reports.agreement.before')), ...measureCells(t, figures.before.pooled)],
        [textCell(t('reports.agreement.after')), ...measureCells(t, figures.after.pooled)],
      ],
      notes: [],
    },
    {
      kind: 'table',
      name: t('reports.agreement.gold'),
      caption: t('reports.agreement.gold.caption'),
      columns: [
        t('reports.agreement.gold'),
        t('reports.n'),
        t('reports.agreement.gold.both'),
        t('reports.agreement.gold.coder'),
        t('reports.agreement.gold.layer'),
        ...measureHeads(t),
      ],
      rows: figures.gold.map(({ coder, n, both, coderOnly, goldOnly, measures }) => [
        textCell(names.coder(coder)),
        ...[n, both, coderOnly, goldOnly].map((count) => countCell(count)),
        ...measureCells(t, measures),
      ]),
      notes: [],
    },
  ];
}
