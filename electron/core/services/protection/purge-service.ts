import { nameFinder, wholeWordsOnly, withPseudonyms } from '../../../../shared/pseudonyms/find-names.ts';
import { backUp, removeBackups } from '../../store/backup.ts';
import { type ChangeLog, keyText } from '../../store/change-log.ts';
import { codeExampleTable } from '../../store/repositories/code-table.ts';
import { documentTable, type DocumentRow } from '../../store/repositories/document-table.ts';
import { externalIdTable } from '../../store/repositories/external-id-table.ts';
import { keptElementTable, keptFileTable } from '../../store/repositories/kept-element-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { type SpeakerRow, speakerTable } from '../../store/repositories/turn-table.ts';
import { caseRow, removeCase } from '../cases/case-rows.ts';
import type { Context, Service } from '../project/context.ts';
import { removeDocument } from '../documents/documents-service.ts';
import { wordsOfSpeaker } from '../documents/speaker-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { removeSelection } from '../codings/selections.ts';
import { purgePlan } from './purge-plan.ts';
import { correctText } from '../corrections/text-correction.ts';

/** What stands for a name that is gone. */
const gone = '—';

/** Taking a respondent out of a project for good. */
export function purgeService(context: Context): Service<'cases.purge' | 'cases.purgePlan'> {
  return {
    'cases.purgePlan': ({ case: id }) => purgePlan(context, id),

    'cases.purge': async ({ case: id }) => {
      const project = context.project();
      project.refuseBlind();
      const { name } = caseRow(project, id);
      const documents = project.store.rows(documentTable).filter((row) => row.study_case === id);
      const scrub = withoutNames([name, ...documents.flatMap((row) => [row.name, row.original_name])]);
      project.change('cases.remove', { case: gone, cases: 1 }, (log) => {
        for (const row of documents) removeWhole(project, log, row);
        for (const speaker of project.store.rows(speakerTable))
          if (speaker.study_case === id) removeWordsOf(project, log, speaker);
        forgetElsewhere(project, log, id);
        removeCase(project, log, id);
      });
      const command = { name: 'cases.purge', label: {}, coder: project.coder };
      project.store.erase(command, { scrub, dropsOriginals: false, dropsExamples: true });
      const backups = removeBackups(context.ports, project.summary().id);
      await backUp(project.store, context.ports, 'timer');
      return { documents: documents.length, backups };
    },
  };
}

/** A document with everything on it, and the examples of codes that quote it. */
function removeWhole(project: OpenProject, log: ChangeLog, row: DocumentRow): void {
  const selections = new Set(project.store.all(selectionQueries.ofDocument, row.id).map(({ id }) => id));
  removeExamples(project, log, selections);
  removeDocument(project, log, row.id);
  forgetElsewhere(project, log, row.id);
}

/** What one speaker says in a transcript with others: the words go, the others stay. */
function removeWordsOf(project: OpenProject, log: ChangeLog, speaker: SpeakerRow): void {
  const { document } = speaker;
  const { turns, selections } = wordsOfSpeaker(project, speaker);
  removeExamples(project, log, new Set(selections.map(({ id }) => id)));
  for (const { id } of selections) removeSelection(project.store, log, id);
  const changes = turns.map((turn) => ({ from: turn.start_at, to: turn.end_at, insert: '' }));
  correctText(project, log, document, changes, 'replaced');
  log.remove(speakerTable, speaker.id);
  // The file still holds the words: its text stands for it from now on.
  const { text } = project.document(document);
  log.update(documentTable, document, { original: text });
}

function removeExamples({ store }: OpenProject, log: ChangeLog, selections: ReadonlySet<string>): void {
  for (const { id, selection } of store.rows(codeExampleTable))
    if (selection !== null && selections.has(selection)) log.remove(codeExampleTable, id);
}

/** What other programs call the case or document, and what of theirs stood in it. */
function forgetElsewhere({ store }: OpenProject, log: ChangeLog, entity: string): void {
  const known = store.rows(externalIdTable).filter((row) => row.entity === entity);
  const guids = new Set(known.map(({ guid }) => guid));
  for (const row of known) log.remove(externalIdTable, keyText(externalIdTable, row));
  for (const element of store.rows(keptElementTable)) {
    if (!guids.has(element.owner)) continue;
    for (const file of store.rows(keptFileTable))
      if (file.element === element.id) log.remove(keptFileTable, keyText(keptFileTable, file));
    log.remove(keptElementTable, element.id);
  }
}

/** A text with a dash for every name that stands in it as a word of its own. */
function withoutNames(names: readonly string[]): (text: string) => string {
  const list = names.map((name) => ({ name, pseudonym: gone }));
  const finder = wholeWordsOnly(nameFinder(list, false));
  return (text) => withPseudonyms(text, finder, list);
}
