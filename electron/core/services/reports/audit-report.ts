import type { CodeChange, CodeStep } from '../../../../shared/contract/methods/codebook.ts';
import type { HistoryStep } from '../../../../shared/contract/methods/history.ts';
import { stepLabel } from '../../../../shared/messages/step-label.ts';
import { countCell, textCell } from '../../../../shared/report/cells.ts';
import type { ReportBlock, ReportTable } from '../../../../shared/report/model.ts';
import { type ChangeSetRow, changeSetQueries } from '../../store/repositories/change-set-table.ts';
import { codeHistory } from '../codebook/code-history.ts';
import { listCodes } from '../codebook/code-list.ts';
import { type ReportFrame, writtenInstant } from './report-frame.ts';
import type { ReportBuilder } from './report-builder.ts';

/** Everyday work, which is counted in other reports: coding passages and writing memos. */
const everyday = /^(codings\.(?!import)|memos\.)/;

/** Labels of steps that name codes only; others may name people and files. */
const namesCodesOnly = /^(?:codes|codings)\./;

function stepText({ t, names }: ReportFrame, { command, label }: Pick<HistoryStep, 'command' | 'label'>): string {
  const isTold = !names.isAnonymised || namesCodesOnly.test(command);
  const values = Object.fromEntries(
    Object.entries(label).map(([key, value]) => [
      key,
      isTold || typeof value === 'number' || key === 'code' ? value : '…',
    ]),
  );
  const said = stepLabel({ command, label: values });
  return t(said.id, said.values);
}

function stepTable(frame: ReportFrame, rows: readonly ChangeSetRow[]): ReportTable {
  const { t, names } = frame;
  return {
    kind: 'table',
    name: t('reports.audit.steps'),
    caption: t('reports.audit.steps'),
    columns: [
      t('reports.audit.step'),
      t('reports.audit.at'),
      t('reports.audit.coder'),
      t('reports.audit.what'),
      t('reports.audit.state'),
    ],
    rows: rows.map((row) => [
      countCell(row.revision),
      textCell(writtenInstant(row.at)),
      textCell(row.coder === null ? '' : names.coder(row.coder)),
      textCell(stepText(frame, { command: row.command, label: JSON.parse(row.label) as HistoryStep['label'] })),
      textCell(row.undone_by === null ? t('reports.audit.stands') : t('reports.audit.undone')),
    ]),
    notes: [],
  };
}

function changeText({ t }: ReportFrame, { field, before, after }: CodeChange): string {
  return t('reports.audit.change', { field: t(`codebook.field.${field}`), before: before ?? '–', after: after ?? '–' });
}

/** What became of every code that was changed after it was made. */
function codeBlocks(frame: ReportFrame): ReportBlock[] {
  const { t, names, project } = frame;
  return listCodes(project).flatMap(({ id }): ReportBlock[] => {
    const steps: readonly CodeStep[] = codeHistory(project, id).toReversed();
    if (steps.length < 2) return [];
    return [
      { kind: 'heading', level: 3, runs: [names.code(id)] },
      ...steps.map((step): ReportBlock => {
        const by = step.coder === null ? '' : ` · ${names.coder(step.coder)}`;
        const changes = step.changes.map((change) => `\n${changeText(frame, change)}`).join('');
        return {
          kind: 'paragraph',
          runs: [
            { text: `${writtenInstant(step.at)}${by} · `, strong: true },
            { text: `${step.revision === null ? t('codebook.history.began') : stepText(frame, step)}${changes}` },
          ],
        };
      }),
    ];
  });
}

/** The order and time of changes: what was decided on codes, merges, imports and disagreements, or every step there was. */
export const auditReport: ReportBuilder<'audit'> = (frame, { part }) => {
  const { t, project } = frame;
  const rows = project.store
    .all(changeSetQueries.commands)
    .filter(({ command }) => part === 'all' || !everyday.test(command));
  const steps = stepTable(frame, rows);
  const codes = codeBlocks(frame);
  return frame.finish({
    title: t('reports.audit.title'),
    settings: [
      [t('reports.audit.part'), t(`reports.audit.part.${part}`)],
      [t('reports.n'), t('reports.audit.n', { steps: rows.length })],
    ],
    blocks: [
      steps,
      ...(codes.length > 0
        ? [{ kind: 'heading' as const, level: 2 as const, runs: [{ text: t('reports.audit.codes') }] }, ...codes]
        : []),
    ],
    data: [steps],
  });
};
