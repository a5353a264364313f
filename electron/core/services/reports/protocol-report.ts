import { usualScope } from '../../../../shared/analysis/unit-names.ts';
import { countCell, figuresCell, textCell } from '../../../../shared/report/cells.ts';
import type { Cell, ReportBlock, ReportTable } from '../../../../shared/report/model.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { assignmentQueries, roundQueries } from '../../store/repositories/round-table.ts';
import { listCodes } from '../codebook/code-list.ts';
import { codebookFingerprint } from './fingerprints.ts';
import type { ReportFrame } from './report-frame.ts';
import type { ReportBuilder } from './report-builder.ts';

/** What a coder does, in order; each has its sentence in `reports.protocol.step.…`. */
const steps = ['open', 'read', 'apart', 'passages', 'doubt', 'done', 'back', 'after'] as const;

function paragraphs({ t }: ReportFrame): ReportBlock[] {
  return steps.map((step, place) => ({
    kind: 'paragraph',
    runs: [{ text: `${place + 1}. ` }, { text: t(`reports.protocol.step.${step}`) }],
  }));
}

/** Who codes which transcript; where nothing is dealt out, everybody codes all. */
function assignmentTable({ project: { store }, t, names }: ReportFrame): ReportTable {
  const assignments = store.all(assignmentQueries.all);
  const given = new Set(assignments.map(({ coder, document }) => `${coder} ${document}`));
  const isDealt = assignments.length > 0;
  const coders = store
    .all(coderQueries.all)
    .filter(({ id }) => !isDealt || assignments.some(({ coder }) => coder === id));
  const documents = store.all(documentQueries.names);
  const drawn = new Set(assignments.filter(({ in_sample }) => in_sample === 1).map(({ document }) => document));
  const isDrawn = drawn.size > 0;
  const dot = (isThere: boolean): Cell => figuresCell(isThere ? '●' : '');
  const takes = (coder: string, document: string): boolean => !isDealt || given.has(`${coder} ${document}`);
  const seed = assignments.find((each) => each.in_sample === 1 && each.seed !== null)?.seed ?? null;
  return {
    kind: 'table',
    name: t('team.assign.title'),
    caption: t('team.assign.title'),
    columns: [
      t('rounds.column.documents'),
      ...coders.map(({ id }) => names.coder(id)),
      ...(isDrawn ? [t('team.assign.drawn')] : []),
    ],
    rows: [
      ...documents.map(({ id }) => [
        textCell(names.document(id)),
        ...coders.map((coder) => dot(takes(coder.id, id))),
        ...(isDrawn ? [dot(drawn.has(id))] : []),
      ]),
      [
        textCell(t('team.assign.total')),
        ...coders.map((coder) => countCell(documents.filter(({ id }) => takes(coder.id, id)).length)),
        ...(isDrawn ? [countCell(drawn.size)] : []),
      ],
    ],
    notes: [
      t(isDealt ? 'reports.protocol.sample' : 'reports.protocol.all'),
      ...(seed === null ? [] : [t('team.assign.seed', { seed: String(seed) })]),
    ],
  };
}

/** The protocol of the round to come. */
export const protocolReport: ReportBuilder<'protocol'> = (frame, { unit, rule }) => {
  const { t, project } = frame;
  const codes = listCodes(project).filter(({ retired }) => !retired).length;
  const heading = (text: string): ReportBlock => ({ kind: 'heading', level: 3, runs: [{ text }] });
  return frame.finish({
    title: t('reports.protocol.title'),
    settings: [
      [t('reports.agreement.round'), t('rounds.new.nth', { number: project.store.all(roundQueries.all).length + 1 })],
      [t('reports.agreement.codebook'), codebookFingerprint(project)],
      [t('reports.protocol.codes'), String(codes)],
      [t('results.unit.label'), t(`results.unit.${unit}`)],
      ...(unit === 'character' ? [] : [[t('agreement.rule.label'), t(`agreement.rule.${rule}`)] as const]),
      [t('results.scope.label'), t(`results.scope.${usualScope(unit)}`)],
    ],
    blocks: [
      heading(t('reports.protocol.how')),
      ...paragraphs(frame),
      assignmentTable(frame),
      heading(t('reports.protocol.compared')),
      {
        kind: 'paragraph',
        runs: [
          {
            text: t(unit === 'character' ? 'reports.protocol.rule.character' : 'reports.protocol.rule.unit', {
              unit: t(`results.unit.${unit}`),
              rule,
            }),
          },
        ],
      },
    ],
  });
};
