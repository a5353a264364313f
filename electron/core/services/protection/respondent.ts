import { roleOfWord } from '../../../../shared/import/turns/role-words.ts';
import { nameFinder, wholeWordsOnly, withPseudonyms } from '../../../../shared/pseudonyms/find-names.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { keyText } from '../../store/row-images.ts';
import { attributeValueTable, caseTable, valueGroupTable } from '../../store/repositories/case-table.ts';
import { codeExampleTable } from '../../store/repositories/code-table.ts';
import { knownHistoryQueries } from '../../store/repositories/copy-table.ts';
import { documentTable, type DocumentRow } from '../../store/repositories/document-table.ts';
import { externalIdTable } from '../../store/repositories/external-id-table.ts';
import { keptElementTable, keptFileTable } from '../../store/repositories/kept-element-table.ts';
import { roundCodingTable, roundDocumentTable } from '../../store/repositories/round-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { type SpeakerRow, speakerTable } from '../../store/repositories/turn-table.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/table.ts';
import { removeCase } from '../cases/case-rows.ts';
import { removeSelection } from '../codings/selections.ts';
import { correctText } from '../corrections/text-correction.ts';
import { removeDocument } from '../documents/documents-service.ts';
import { wordsOfSpeaker } from '../documents/speaker-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What stands for a name that is gone. */
export const gone = '—';

/** The rows by which respondents are found: their cases, their transcripts, what they say in transcripts with others. */
export type Traces = {
  readonly cases: ReadonlySet<string>;
  /** Transcripts that are theirs, and those that were and have been removed since. */
  readonly documents: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
};

/** All that stands or stood in a project for these rows. */
export function tracesOf(store: Store, known: Traces): Traces {
  const [documents, speakers] = [new Set(known.documents), new Set(known.speakers)];
  const standing = store.rows(documentTable);
  const here = new Set(standing.map(({ id }) => id));
  for (const { id, study_case } of standing) if (study_case !== null && known.cases.has(study_case)) documents.add(id);
  for (const { id, study_case } of store.rows(speakerTable))
    if (study_case !== null && known.cases.has(study_case)) speakers.add(id);
  for (const { table, key, row } of imagesOf(store, [documentTable.name]))
    if (table === documentTable.name && !here.has(key) && known.cases.has(String(row['study_case'])))
      documents.add(key);
  return { cases: known.cases, documents, speakers };
}

/** Every name these went by, now or before: cases, transcripts with their files, speakers who are called so nowhere else. */
export function namesOf(store: Store, { cases, documents, speakers }: Traces): string[] {
  const names = new Set<string>();
  const isTheirs = (table: string, key: string, row: Row): boolean =>
    (table === caseTable.name && cases.has(key)) ||
    (table === documentTable.name && documents.has(key)) ||
    (table === speakerTable.name && (speakers.has(key) || (documents.has(String(row['document'])) && isPersonal(row))));
  const take = (table: string, key: string, row: Row): void => {
    if (!isTheirs(table, key, row)) return;
    for (const name of [row['name'], row['original_name']])
      if (typeof name === 'string' && name !== '') names.add(name);
  };
  for (const table of [caseTable, documentTable, speakerTable])
    for (const row of store.rows<Row>(table)) take(table.name, String(row['id']), row);
  for (const { table, key, row } of imagesOf(store, [caseTable.name, documentTable.name, speakerTable.name]))
    take(table, key, row);
  for (const { id, document, name } of store.rows(speakerTable))
    if (!documents.has(document) && !speakers.has(id)) names.delete(name);
  return [...names];
}

/** A speaker's label that tells who it is: no role, no letter. */
export function isPersonal({ name, role }: Row): boolean {
  return role !== 'interviewer' && typeof name === 'string' && name.length > 1 && roleOfWord(name) === null;
}

/** Rows as the history has them, the project's own and that of merged copies. */
function* imagesOf(
  store: Store,
  tables: readonly string[],
): Generator<{ table: string; key: string; row: Row }, undefined> {
  for (const { table_name: table, key, before, after } of store.iterate(knownHistoryQueries.changes))
    if (tables.includes(table))
      for (const image of [before, after]) if (image !== null) yield { table, key, row: JSON.parse(image) as Row };
}

/** A text with a dash for every name that stands in it as a word of its own. */
export function withoutNames(names: readonly string[]): (text: string) => string {
  const list = names.map((name) => ({ name, pseudonym: gone }));
  const finder = wholeWordsOnly(nameFinder(list, false));
  return (text) => withPseudonyms(text, finder, list);
}

/** Removes what stands of respondents; what is past is left to be erased. */
export function takeOut(project: OpenProject, log: ChangeLog, { cases, documents, speakers }: Traces): void {
  const { store } = project;
  leaveRounds(store, log, frozenWith(store, { documents, speakers }));
  for (const row of store.rows(documentTable)) if (documents.has(row.id)) removeWhole(project, log, row);
  for (const speaker of store.rows(speakerTable)) if (speakers.has(speaker.id)) removeWordsOf(project, log, speaker);
  for (const id of [...documents, ...cases]) forgetElsewhere(project, log, id);
  forgetGroups(project, log, cases);
  for (const { id } of store.rows(caseTable)) if (cases.has(id)) removeCase(project, log, id);
}

/** Transcripts no frozen round may keep: theirs, and those in which they speak with others. */
export function frozenWith(store: Store, { documents, speakers }: Pick<Traces, 'documents' | 'speakers'>): Set<string> {
  const shared = store.rows(speakerTable).flatMap(({ id, document }) => (speakers.has(id) ? [document] : []));
  return new Set([...documents, ...shared]);
}

/** What was frozen of a transcript tells where its codings stood: of one that loses words it goes as a whole. */
function leaveRounds(store: Store, log: ChangeLog, documents: ReadonlySet<string>): void {
  for (const table of [roundCodingTable, roundDocumentTable])
    for (const row of store.rows<Row>(table))
      if (documents.has(String(row['document']))) log.remove(table, keyText(table, row));
}

/** A document with everything on it, and the examples of codes that quote it. */
function removeWhole(project: OpenProject, log: ChangeLog, row: DocumentRow): void {
  const selections = new Set(project.store.all(selectionQueries.ofDocument, row.id).map(({ id }) => id));
  removeExamples(project, log, selections);
  removeDocument(project, log, row.id);
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

/** Values only these gave are no values to group any more. */
function forgetGroups({ store }: OpenProject, log: ChangeLog, cases: ReadonlySet<string>): void {
  const values = store.rows(attributeValueTable);
  const [own, others] = [true, false].map(
    (isOwn) =>
      new Set(
        values
          .filter(({ study_case }) => cases.has(study_case) === isOwn)
          .map(({ attribute, value }) => JSON.stringify([attribute, value])),
      ),
  );
  for (const row of store.rows(valueGroupTable)) {
    const key = JSON.stringify([row.attribute, row.value]);
    if (own!.has(key) && !others!.has(key)) log.remove(valueGroupTable, keyText(valueGroupTable, row));
  }
}
