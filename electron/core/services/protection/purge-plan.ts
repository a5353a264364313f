import type { PurgePlan } from '../../../../shared/contract/methods/cases.ts';
import { countBackups } from '../../store/backup.ts';
import { attributeValueQueries } from '../../store/repositories/case-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { roundDocumentTable } from '../../store/repositories/round-table.ts';
import { type SpeakerRow, speakerTable } from '../../store/repositories/turn-table.ts';
import { caseRow } from '../cases/case-rows.ts';
import { wordsOfSpeaker } from '../documents/speaker-rows.ts';
import type { Context } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { frozenWith, tracesOf } from './respondent.ts';

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
  const traces = tracesOf(store, { cases: new Set([id]), documents: new Set(), speakers: new Set() });
  const frozen = frozenWith(store, traces);
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
          store.all(memoQueries.onDocument, document).length +
          store.all(memoQueries.onSelectionsOfDocument, document).length +
          store.all(memoQueries.onCodingsOfDocument, document).length,
        store.all(memoQueries.onCase, id).length,
      ) + parts.reduce((sum, { memos }) => sum + memos, 0),
    rounds: new Set(
      store.rows(roundDocumentTable).flatMap(({ round, document }) => (frozen.has(document) ? [round] : [])),
    ).size,
    values: store.all(attributeValueQueries.ofCase, id).length,
    backups: countBackups(context.ports, project.summary().id),
  };
}

/** What one person says in a transcript with others. */
function partOf(project: OpenProject, speaker: SpeakerRow) {
  const { store } = project;
  const { turns, selections } = wordsOfSpeaker(project, speaker);
  const codings = selections.flatMap((row) => store.all(codingQueries.ofSelection, row.id));
  return {
    document: project.document(speaker.document).name,
    speaker: speaker.name,
    turns: turns.length,
    codings: codings.length,
    memos:
      selections.reduce((sum, row) => sum + store.all(memoQueries.onSelection, row.id).length, 0) +
      codings.reduce((sum, coding) => sum + store.all(memoQueries.onCoding, coding.id).length, 0),
  };
}
