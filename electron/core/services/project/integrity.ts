import type { IntegrityFault } from '../../../../shared/contract/methods/project.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { verifyAnchor } from '../../../../shared/text/anchor.ts';
import { contentHash } from '../../store/blobs.ts';
import { changeQueries } from '../../store/repositories/change-set-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { type DocumentRow, documentQueries } from '../../store/repositories/document-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { turnQueries } from '../../store/repositories/turn-table.ts';
import { decodeStoredText, encodeText } from '../../store/stored-text.ts';
import { textBefore, textEditName } from '../../store/text-edits.ts';
import { holdsWords } from '../codings/selections.ts';
import type { OpenProject } from './open-project.ts';

/** Whether the bytes of a document's text are in the file. */
export function hasText(project: OpenProject, { text }: Pick<DocumentRow, 'text'>): boolean {
  return project.store.blobs.find(text) !== null;
}

/** Faults of one document: its bytes against their hashes, its turns, and every anchor against the text. */
export function documentFaults(
  project: OpenProject,
  row: DocumentRow,
): { selections: number; faults: IntegrityFault[] } {
  const faults: IntegrityFault[] = [];
  for (const hash of new Set([row.original, row.text])) {
    const bytes = project.store.blobs.find(hash);
    if (bytes === null) faults.push({ kind: 'blob', detail: `${row.name}: stored bytes are missing` });
    else if (contentHash(bytes) !== hash)
      faults.push({ kind: 'blob', detail: `${row.name}: stored bytes differ from their hash` });
  }
  // Without its text nothing that stands in it can be judged.
  if (!hasText(project, row)) return { selections: 0, faults };
  const text = project.texts.of(row);
  if (text.length !== row.utf16_length || codePointOffsets(text).length !== row.code_points) {
    faults.push({ kind: 'text', detail: `${row.name}: the text's length is not what was recorded` });
  }
  faults.push(...textHistoryFaults(project, row));
  let before = 0;
  for (const turn of project.store.all(turnQueries.ofDocument, row.id)) {
    if (turn.start_at < before || turn.end_at > text.length)
      faults.push({ kind: 'turn', detail: `${row.name}: turn at ${turn.start_at} overlaps or leaves the text` });
    before = turn.end_at;
  }
  const selections = project.store.all(selectionQueries.ofDocument, row.id);
  for (const selection of selections) {
    const { id, start_at: start, end_at: end, state, prefix, suffix } = selection;
    if (state === 'detached') continue;
    if (!holdsWords(text, selection) || verifyAnchor(text, { start, end }, { prefix, suffix }) !== 'holds')
      faults.push({
        kind: 'anchor',
        detail: `${row.name}: selection ${id} at ${start}–${end} does not hold its words`,
      });
  }
  return { selections: selections.length, faults };
}

/** Which text a document's row had, as an image of the history says. */
function textIn(image: string | null): string | null {
  return image === null ? null : (JSON.parse(image) as Pick<DocumentRow, 'text'>).text;
}

/**
 * Whether what was done to a document's text and stands leads back to the text it came in with: corrections by their changes,
 * one text taken for another (by a merge) by its own bytes.
 */
function textHistoryFaults(project: OpenProject, row: DocumentRow): IntegrityFault[] {
  const fault: IntegrityFault = { kind: 'text', detail: `${row.name}: its corrections cannot all be undone` };
  const { blobs } = project.store;
  let text = project.texts.of(row);
  let hash = row.text;
  for (const { table_name, before, after } of project.store.all(changeQueries.editsOfText, row.id)) {
    if (table_name === textEditName) {
      const edit = textBefore(text, { before: before!, after: after! });
      if (edit.after !== hash) return [fault];
      ({ text, before: hash } = edit);
      continue;
    }
    const [earlier, later] = [textIn(before), textIn(after)];
    // The row as a correction left it is met after the correction itself.
    if (earlier === hash || later === null) continue;
    if (later !== hash) return [fault];
    if (earlier === null) break;
    if (contentHash(encodeText(text)) !== hash) return [fault];
    const bytes = blobs.find(earlier);
    // Undoing what came after in other documents makes it again: there is nothing to compare with now.
    if (bytes === null) return [];
    [text, hash] = [decodeStoredText(bytes), earlier];
  }
  return contentHash(encodeText(text)) === hash ? [] : [fault];
}

/** Codes whose chain of parents never reaches the top. */
export function codeTreeFaults(project: OpenProject): IntegrityFault[] {
  const rows = project.store.all(codeQueries.all);
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  return rows.flatMap(({ id }) => {
    let at: string | null = id;
    for (let steps = 0; at !== null; steps++) {
      if (steps > rows.length) return [{ kind: 'code_tree' as const, detail: `code ${id} is its own ancestor` }];
      at = parents.get(at) ?? null;
    }
    return [];
  });
}

/** The documents to check, in order. */
export function documentsToCheck(project: OpenProject): DocumentRow[] {
  return project.store.all(documentQueries.all);
}
