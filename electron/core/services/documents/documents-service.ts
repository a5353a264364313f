import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Document, DocumentSummary } from '../../../../shared/contract/schema/entities.ts';
import type { SpeakerRole } from '../../../../shared/domain/transcript.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { caseQueries } from '../../store/repositories/case-table.ts';
import { removeAdjudication } from '../adjudication/stored-decisions.ts';
import { adjudicationQueries } from '../../store/repositories/adjudication-table.ts';
import { coderDocumentQueries, coderDocumentTable } from '../../store/repositories/coder-table.ts';
import { documentQueries, documentTable } from '../../store/repositories/document-table.ts';
import { memoQueries, memoTable } from '../../store/repositories/memo-table.ts';
import { assignmentQueries, assignmentTable } from '../../store/repositories/round-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { speakerQueries, speakerTable, turnQueries, turnTable } from '../../store/repositories/turn-table.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import { coderRow } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { removeSelection } from '../codings/selections.ts';
import { speakerRow } from './speaker-rows.ts';
import { wordSources } from '../words/word-sources.ts';

function caseNames({ store }: OpenProject): Map<string, { id: ReturnType<typeof asId<'case'>>; name: string }> {
  return new Map(store.all(caseQueries.all).map(({ id, name }) => [id, { id: asId<'case'>(id), name }]));
}

function list(project: OpenProject): DocumentSummary[] {
  const cases = caseNames(project);
  const done = Map.groupBy(project.store.all(coderDocumentQueries.all), ({ document }) => document);
  return project.store.all(documentQueries.all).map((row) => {
    const progress = project.progress.of(row.id);
    return {
      id: asId<'document'>(row.id),
      name: row.name,
      language: row.language,
      format: row.format,
      characters: row.code_points,
      turns: progress.turns,
      respondentTurns: progress.respondentTurns,
      codedTurns: Object.fromEntries(progress.codedTurns),
      codings: [...progress.codings.values()].reduce((sum, count) => sum + count, 0),
      case: row.study_case === null ? null : (cases.get(row.study_case) ?? null),
      doneBy: (done.get(row.id) ?? []).map((mark) => asId<'coder'>(mark.coder)),
    };
  });
}

function get(project: OpenProject, id: string): Document {
  const row = project.document(id);
  return {
    id: asId<'document'>(row.id),
    name: row.name,
    language: row.language,
    format: row.format,
    encoding: row.encoding,
    text: project.texts.of(row),
    textHash: row.text,
    turns: project.store.all(turnQueries.ofDocument, id).map((turn) => ({
      id: asId<'turn'>(turn.id),
      start: turn.start_at,
      contentStart: turn.content_at,
      end: turn.end_at,
      speaker: turn.speaker === null ? null : asId<'speaker'>(turn.speaker),
      time: turn.time,
    })),
    speakers: project.store
      .all(speakerQueries.ofDocument, id)
      .map((speaker) => ({ id: asId<'speaker'>(speaker.id), name: speaker.name, role: speaker.role as SpeakerRole })),
    case: row.study_case === null ? null : (caseNames(project).get(row.study_case) ?? null),
  };
}

/** Removes a document and all that hangs on it. */
export function removeDocument({ store }: OpenProject, log: ChangeLog, id: string): void {
  for (const { id: decision } of store.all(adjudicationQueries.ofDocument, id))
    removeAdjudication(store, log, decision);
  for (const selection of store.all(selectionQueries.ofDocument, id)) removeSelection(store, log, selection.id);
  for (const memo of store.all(memoQueries.onDocument, id)) log.remove(memoTable, memo.id);
  for (const turn of store.all(turnQueries.ofDocument, id)) log.remove(turnTable, turn.id);
  for (const speaker of store.all(speakerQueries.ofDocument, id)) log.remove(speakerTable, speaker.id);
  for (const mark of store.all(coderDocumentQueries.ofDocument, id))
    log.remove(coderDocumentTable, JSON.stringify([mark.coder, id]));
  for (const { coder } of store.all(assignmentQueries.ofDocument, id))
    log.remove(assignmentTable, JSON.stringify([coder, id]));
  log.remove(documentTable, id);
}

type Names =
  | 'documents.list'
  | 'documents.words'
  | 'documents.get'
  | 'documents.rename'
  | 'documents.remove'
  | 'documents.setDone'
  | 'documents.setSpeakerRole';

export function documentsService(context: Context): Service<Names> {
  return {
    'documents.list': () => list(context.project()),

    'documents.words': async () => {
      const project = context.project();
      const counts = [];
      for (const { row, source } of wordSources(project, {})) {
        counts.push({ document: asId<'document'>(row.id), words: project.words.of(row.text, source) });
        await breathe();
      }
      return counts;
    },

    'documents.get': ({ document }) => get(context.project(), document),

    'documents.rename': ({ document, name }) => {
      const project = context.project();
      project.document(document);
      const trimmed = name.trim();
      if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'document' });
      const taken = project.store
        .all(documentQueries.names)
        .some((other) => other.name === trimmed && other.id !== document);
      if (taken) throw new VerbatimError('name_taken', { kind: 'document', name: trimmed });
      project.change('documents.rename', { document: trimmed }, (log) =>
        log.update(documentTable, document, { name: trimmed }),
      );
      return {};
    },

    'documents.remove': ({ document }) => {
      const project = context.project();
      project.refuseBlind();
      const row = project.document(document);
      const codings = [...project.progress.of(document).codings.values()].reduce((sum, count) => sum + count, 0);
      project.change('documents.remove', { document: row.name }, (log) => removeDocument(project, log, document));
      return { codings };
    },

    'documents.setDone': ({ document, coder, done }) => {
      const project = context.project();
      if (coder !== project.coder) project.refuseBlind();
      const row = project.document(document);
      coderRow(project, coder);
      const key = JSON.stringify([coder, document]);
      const standing = project.store.row(coderDocumentTable, key) !== null;
      if (standing === done) return {};
      project.change(done ? 'documents.markDone' : 'documents.markNotDone', { document: row.name }, (log) => {
        if (done) log.insert(coderDocumentTable, { coder, document, done_at: project.now() });
        else log.remove(coderDocumentTable, key);
      });
      return {};
    },

    'documents.setSpeakerRole': ({ speaker, role }) => {
      const project = context.project();
      const { name } = speakerRow(project, speaker);
      project.change('documents.setSpeakerRole', { speaker: name }, (log) =>
        log.update(speakerTable, speaker, { role }),
      );
      return {};
    },
  };
}
