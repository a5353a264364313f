import { planeAxes, type PlaneBehaviour, type PlaneSheet } from '../../../../shared/contract/methods/plane.ts';
import type { AttributeId } from '../../../../shared/domain/ids.ts';
import { countCell, measureCell, numberCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import type { Cell, ReportBlock } from '../../../../shared/report/model.ts';
import { planeSheetOf } from '../plane/plane-sheet.ts';
import { surveyFigures } from '../survey/survey-figures.ts';
import type { ReportFrame } from './report-frame.ts';
import { undefinedReason } from '../../../../shared/report/report-words.ts';

const decimals = 2;

/** Mean, standard deviation and n of an item, each as a cell; where none is named, why not. */
function itemCells({ t, project }: ReportFrame, attribute: AttributeId | null): Cell[] {
  const figures = attribute === null ? undefined : surveyFigures(project, { attributes: [attribute] }).items[0]?.all;
  const cell = (figure: { readonly value: number } | { readonly undefined: string } | null | undefined): Cell =>
    measureCell(figure ?? { undefined: 'no_units' }, decimals, (reason) => undefinedReason(t, reason));
  return [cell(figures?.mean), cell(figures?.sd), countCell(figures?.n ?? 0)];
}

function rowCells(frame: ReportFrame, { source }: PlaneSheet, behaviour: PlaneBehaviour): Cell[] {
  const { position } = behaviour;
  if (source === 'survey' || source === 'placing')
    return planeAxes.flatMap((axis) => itemCells(frame, behaviour[source][axis]));
  return planeAxes.map((axis) =>
    position === null ? textCell(frame.t('plane.source.none')) : numberCell(position[axis], decimals),
  );
}

/** The plane of individuality and morality as a table, with the source of its positions and the axes in the researcher's words; nothing while nobody has set it. */
export function planeSection(frame: ReportFrame): ReportBlock[] {
  const { t, names, project } = frame;
  const sheet = planeSheetOf(project);
  const { source, behaviours } = sheet;
  if (source === 'none' || behaviours.length === 0) return [];
  const title = t('plane.title');
  const hasFigures = source === 'survey' || source === 'placing';
  const columns = planeAxes.flatMap((axis) => [
    t(`plane.${axis}`),
    ...(hasFigures
      ? [t('reports.plane.sd', { axis: t(`plane.${axis}`) }), t('reports.plane.n', { axis: t(`plane.${axis}`) })]
      : []),
  ]);
  return [
    { kind: 'heading', level: 2, runs: [{ text: title }] },
    { kind: 'paragraph', runs: [{ text: t(`plane.caption.${source}`) }] },
    ...planeAxes.map((axis): ReportBlock => {
      const { low, high, definition } = sheet[axis];
      const ends = t('reports.plane.ends', {
        axis: t(`plane.${axis}`),
        low: low || t('plane.end.unset'),
        high: high || t('plane.end.unset'),
      });
      return { kind: 'paragraph', runs: [{ text: definition === '' ? ends : `${ends} ${definition}` }] };
    }),
    {
      kind: 'table',
      name: title,
      caption: `${title}: ${t(`plane.source.${source}`)}`,
      columns: [t('plane.column.behaviour'), ...columns],
      rows: behaviours.map((behaviour) => [
        runsCell([names.code(behaviour.code)]),
        ...rowCells(frame, sheet, behaviour),
      ]),
      notes: [],
    },
  ];
}
