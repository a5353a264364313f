import type { ComparisonGroup } from '../../../../shared/contract/methods/comparison.ts';
import { codesInTreeOrder } from '../../../../shared/domain/codebook.ts';
import { asId, type CodeId } from '../../../../shared/domain/ids.ts';
import { countCell, figuresCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import type { ReportTable } from '../../../../shared/report/model.ts';
import { inBrackets, withoutName } from '../../../../shared/report/sentences.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { computeComparison } from '../comparison/comparison-service.ts';
import { planeSheetOf } from '../plane/plane-sheet.ts';
import { markerSetting } from './marker-setting.ts';
import { planeSection } from './plane-section.ts';
import type { ReportFrame } from './report-frame.ts';
import type { ReportBuilder } from './report-builder.ts';

/** A table to be read: in each cell respondents, and in brackets their passages. */
function readTable(
  { t, names, language }: ReportFrame,
  name: string,
  rows: readonly CodeId[],
  columns: readonly CodeId[],
  { respondents, inColumns, cells }: ComparisonGroup,
): ReportTable {
  return {
    kind: 'table',
    name,
    caption: name + inBrackets(language, t('comparison.group.respondents', { count: respondents.length })),
    columns: [
      t('agreement.column.code'),
      ...columns.map(
        (code, column) =>
          names.code(code).text + inBrackets(language, t('comparison.column.n', { n: inColumns[column]!.length })),
      ),
    ],
    rows: rows.map((code, row) => [
      runsCell([names.code(code)]),
      ...cells[row]!.map(({ respondents: having, passages, marked }) =>
        figuresCell(
          passages === 0
            ? '–'
            : marked === 0
              ? `${having.length} (${passages})`
              : t('reports.comparison.marked', { respondents: having.length, passages, marked }),
        ),
      ),
    ]),
    notes: [t('reports.comparison.note')],
  };
}

/** The same for programs: every cell of every table as a row. */
function dataTable(
  { t, names }: ReportFrame,
  rows: readonly CodeId[],
  columns: readonly CodeId[],
  tables: readonly { readonly name: string; readonly group: ComparisonGroup }[],
): ReportTable {
  const title = t('reports.kind.comparison');
  return {
    kind: 'table',
    name: title,
    caption: title,
    columns: ['code', 'group', 'column', 'passages', 'respondents', 'of_respondents', 'marked'],
    rows: tables.flatMap(({ name, group }) =>
      rows.flatMap((code, row) =>
        columns.map((column, place) => {
          const { passages, respondents, marked } = group.cells[row]![place]!;
          return [
            textCell(names.codeKey(code)),
            textCell(name),
            textCell(names.codeKey(column)),
            countCell(passages),
            countCell(respondents.length),
            countCell(group.inColumns[place]!.length),
            countCell(marked),
          ];
        }),
      ),
    ),
    notes: [],
  };
}

/** Behaviours side by side: the figures of the screen, in all and by group of respondents. */
export const comparisonReport: ReportBuilder<'comparison'> = (frame, request) => {
  const { t, names, project } = frame;
  const { rule, children, gold, marker, group: asked } = request;
  const columns = request.across ?? planeSheetOf(project).behaviours.map(({ code }) => code);
  const used = new Set(project.analysis.documents().flatMap(({ codings }) => codings.map(({ code }) => code)));
  const rows =
    request.codes ??
    codesInTreeOrder(project.store.all(codeQueries.all))
      .map(({ code }) => asId<'code'>(code.id))
      .filter((code) => used.has(code) && !columns.includes(code));
  const title = t('reports.kind.comparison');
  if (columns.length === 0 || rows.length === 0)
    return frame.finish({
      title,
      settings: [],
      blocks: [{ kind: 'paragraph', runs: [{ text: t('comparison.choose.text') }] }],
    });
  const coder = gold ? 'gold' : (request.coders?.[0] ?? 'together');
  const by = names.attributes().find(({ id }) => id === asked);
  const compared = computeComparison(project, {
    rows,
    columns: { kind: 'codes', codes: [...columns] },
    rule,
    children,
    coder,
    ...(marker === undefined ? {} : { marker }),
    ...(by ? { by: { kind: 'attribute', attribute: asId<'attribute'>(by.id) } } : {}),
  });
  const tables = [
    { name: t('reports.all'), group: compared.all },
    ...compared.groups.map((group) => ({ name: group.name ?? t('reports.passages.noValue'), group })),
  ];
  return frame.finish({
    title,
    settings: [
      [t('reports.passages.across'), names.listed(columns.map((code) => names.code(code).text))],
      [t('reports.rule'), t(`comparison.caption.rule.${rule}`)],
      [t('reports.agreement.children'), t(`results.children.${children}`)],
      ...(by ? [[t('reports.passages.group'), by.name] as const] : []),
      ...markerSetting(frame, marker),
      [
        t('reports.coders'),
        coder === 'gold'
          ? t('results.coder.gold')
          : coder === 'together'
            ? t('results.coder.together')
            : names.coder(coder),
      ],
      [
        t('results.unit.label'),
        withoutName(
          t('comparison.caption.unit', {
            unit: 'respondents',
            n: compared.respondents.length,
            documents: compared.documents,
          }),
        ),
      ],
    ],
    blocks: [...tables.map(({ name, group }) => readTable(frame, name, rows, columns, group)), ...planeSection(frame)],
    data: [dataTable(frame, rows, columns, tables)],
  });
};
