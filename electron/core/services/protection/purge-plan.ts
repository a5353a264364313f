import type { PurgePlan } from '../../../../shared/contract/methods/cases.ts';
import { countBackups } from '../../store/backup.ts';
import { attributeValueQueries } from '../../store/repositories/case-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { speakerTable, turnQueries } from '../../store/repositories/turn-table.ts';
import { caseRow } from '../cases/case-rows.ts';
import type { Context } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What would go with a respondent, counted. */
export function purgePlan(context: Context, id: string): PurgePlan {
  const project = context.project();
  project.refuseBlind();
  const { store } = project;
  const { name } = caseRow(project, id);
  const whole = store.rows(documentTable).filter((row) => row.study_case === id);
  const parts = store
    .rows(speakerTable)
    .filter((row) => row.study_case === id && !whole.some(({ id: document }) => document === row.document))
    .map((row) => partOf(project, row));
  const count = (memos: readonly unknown[]): number => memos.length;
  return {
    name,
    documents: whole.map((row) => row.name),
    parts: parts.map(({ document, speaker, turns }) => ({ document, speaker, turns })),
    codings:
      whole.reduce((sum, row) => sum + store.all(codingQueries.ofDocument, row.id).length, 0) +
      parts.reduce((sum, { codings }) => sum + codings, 0),
    memos:
      whole.reduce(
        (sum, { id: document }) =>
          sum +
          count(store.all(memoQueries.onDocument, document)) +
          count(store.all(memoQueries.onSelectionsOfDocument, document)) +
          count(store.all(memoQueries.onCodingsOfDocument, document)),
        count(store.all(memoQueries.onCase, id)),
      ) + parts.reduce((sum, { memos }) => sum + memos, 0),
    values: store.all(attributeValueQueries.ofCase, id).length,
    backups: countBackups(context.ports, project.summary().id),
  };
}

/** What one person says in a transcript with others. */
function partOf(project: OpenProject, { id, document, name }: { id: string; document: string; name: string }) {
  const { store } = project;
  const turns = store.all(turnQueries.ofDocument, document).filter((turn) => turn.speaker === id);
  const within = store
    .all(selectionQueries.ofDocument, document)
    .filter((row) => turns.some((turn) => turn.start_at < row.end_at && row.start_at < turn.end_at));
  const codings = within.flatMap((row) => store.all(codingQueries.ofSelection, row.id));
  return {
    document: project.document(document).name,
    speaker: name,
    turns: turns.length,
    codings: codings.length,
    memos:
      within.reduce((sum, row) => sum + store.all(memoQueries.onSelection, row.id).length, 0) +
      codings.reduce((sum, coding) => sum + store.all(memoQueries.onCoding, coding.id).length, 0),
  };
}
