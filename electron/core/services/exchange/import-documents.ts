import { guidKey } from '../../../../shared/refi/guid.ts';
import { plainInstant, unknownInstant } from '../../../../shared/refi/instant.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiSource } from '../../../../shared/refi/model.ts';
import { parseTurns } from '../../../../shared/import/turns/parse-turns.ts';
import { guessLanguage } from '../../../../shared/text/language.ts';
import type { ExchangeText } from '../../import/refi/exchange-file.ts';
import { documentQueries, type DocumentRow, documentTable } from '../../store/repositories/document-table.ts';
import { contentHash } from '../../store/blobs.ts';
import { encodeText } from '../../store/stored-text.ts';
import { freeName, storeDocument } from '../imports/store-document.ts';
import { ImportedCodings } from './import-codings.ts';
import type { ImportedCodes } from './import-codes.ts';
import type { ImportRun } from './import-run.ts';

/**
 * Takes the sources over as documents with everything on them: by GUID, else by name and text, else as new ones. Yields
 * between steps with how many sources are done.
 */
export function* importDocuments(run: ImportRun, codes: ImportedCodes): Generator<number, ImportedCodings> {
  const { project, file, ids, tally, log } = run;
  const rows = project.store.all(documentQueries.all);
  const taken = new Set(rows.map(({ name }) => name));
  let position = (project.store.get(documentQueries.lastPosition)?.position ?? -1) + 1;
  const claimed = new Set<string>();
  const codings = new ImportedCodings(run, codes);
  for (const [done, source] of file.project.sources.entries()) {
    yield done;
    const text = file.textOf(source);
    if (text === null) {
      if (!run.keptSources.has(guidKey(source.guid)))
        tally.lose(loss(source.element, 'no_text', { guid: source.guid, name: source.name }));
      codings.lose(source, 'text_missing', null);
      continue;
    }
    const isRepeated = source.guid !== '' && run.documents.has(guidKey(source.guid));
    if (isRepeated) tally.note(loss(source.element, 'guid_repeated', { guid: source.guid, name: source.name }));
    const known = isRepeated ? null : ids.entity('document', source.guid);
    const byGuid = known === null ? undefined : project.document(known);
    const standing = byGuid ?? rows.find((row) => !claimed.has(row.id) && isSameDocument(row, source, text));
    if (standing !== undefined && standing.text !== hashOf(text)) {
      tally.lose(loss(source.element, 'text_differs', { guid: source.guid, name: source.name }));
      codings.lose(source, 'text_differs', null);
      continue;
    }
    tally.count(source.element, standing === undefined ? 'imported' : 'present');
    const row = standing ?? insertDocument(run, source, text, freeName(documentName(source, text), taken), position++);
    claimed.add(row.id);
    if (byGuid === undefined && !isRepeated) ids.remember(log, 'document', row.id, source.guid);
    if (!isRepeated && source.guid !== '') run.documents.set(guidKey(source.guid), row.id);
    run.pages.set(source, row.id);
    run.refers(source.notes, { document: row.id });
    for (const _ of codings.importSelections(source, text.text, row, standing !== undefined)) yield done;
  }
  return codings;
}

function isSameDocument(row: DocumentRow, source: RefiSource, text: ExchangeText): boolean {
  const name = documentName(source, text);
  return (row.name === name || row.original_name === name) && row.text === hashOf(text);
}

function hashOf({ text }: ExchangeText): string {
  return contentHash(encodeText(text.text.toWellFormed()));
}

function documentName(source: RefiSource, text: ExchangeText): string {
  return (source.name ?? '').replaceAll(/\s+/g, ' ').trim().toWellFormed() || text.originalName || 'document';
}

function insertDocument(
  run: ImportRun,
  source: RefiSource,
  { text: { text }, original, originalName, encoding }: ExchangeText,
  name: string,
  position: number,
): DocumentRow {
  const { project, log } = run;
  const at = plainInstant(source.at) ?? plainInstant(source.modified) ?? unknownInstant;
  const language = guessLanguage(text);
  const parsed = { ...parseTurns(text, {}), text, language };
  const id = storeDocument(project, log, {
    name,
    originalName,
    original: project.store.blobs.put(original),
    text: project.store.blobs.put(encodeText(text)),
    parsed: { ...parsed, format: 'text', encoding, encodingConfidence: 'certain' },
    position,
  });
  log.update(documentTable, id, { created_at: at });
  if (source.description.trim() !== '')
    run.insertDescription({ document: id, coder: run.coder(source.user), text: source.description, at }, source.guid);
  return project.document(id);
}
