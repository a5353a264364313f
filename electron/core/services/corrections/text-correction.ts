import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { ReviewCause } from '../../../../shared/contract/methods/review.ts';
import { contextLength } from '../../../../shared/text/anchor.ts';
import {
  changedText,
  type ChangeMap,
  changeMap,
  normalChanges,
  type TextChange,
} from '../../../../shared/text/change.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { selectionQueries, selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { turnQueries, turnTable } from '../../store/repositories/turn-table.ts';
import { moveDecisions } from '../adjudication/stored-decisions.ts';
import { movedTurns } from './moved-turns.ts';
import type { OpenProject } from '../project/open-project.ts';
import { askForReview } from '../review/reviews.ts';
import { anchorColumns, holdsWords } from '../codings/selections.ts';

/** What a change of text did to what stands on it. */
export type Correction = {
  /** Selections that have lost all their words. */
  readonly detached: readonly string[];
};

/** Changes of a text in normal form. Throws `text_change_invalid` where they do not fit it. */
function fittingChanges(text: string, changes: readonly TextChange[], document: string) {
  try {
    return normalChanges(text, changes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new VerbatimError('text_change_invalid', { document, detail: error.message }, { cause: error });
  }
}

/**
 * Where a selection stands after a change near it. Without words it stays where they were, detached, and keeps them; with
 * less than half of them it is uncertain.
 */
function movedSelection(row: SelectionRow, text: string, next: string, map: ChangeMap): Partial<SelectionRow> {
  const words = text.slice(row.start_at, row.end_at);
  const span = map.span({ start: row.start_at, end: row.end_at });
  const edge = map.position(row.start_at, 'before');
  if (!holdsWords(text, row))
    return span ? { start_at: span.start, end_at: span.end } : { start_at: edge, end_at: edge };
  const isLost = !span || (words.trim() !== '' && next.slice(span.start, span.end).trim() === '');
  if (isLost) return { start_at: edge, end_at: edge, state: 'detached', quote: words };
  const isShort = 2 * (span.end - span.start) < words.length;
  return { ...anchorColumns(next, span), ...(isShort ? { state: 'uncertain' } : {}) };
}

/**
 * Puts changes in place of words of a document, inside a command of the caller's: the one way a stored text is ever
 * changed. Selections keep their words, turns theirs; what has lost all its words is detached and keeps them as its quote.
 * Codings, memos, examples and translations stand on selections and follow. Throws `text_change_invalid`.
 */
export function correctText(
  project: OpenProject,
  log: ChangeLog,
  document: string,
  changes: readonly TextChange[],
  cause: ReviewCause = 'corrected',
): Correction {
  const { store } = project;
  const row = project.document(document);
  const text = project.texts.of(row);
  const normal = fittingChanges(text, changes, row.name);
  if (normal.length === 0) return { detached: [] };
  const next = changedText(text, normal);
  const map = changeMap(normal);

  const detached: string[] = [];
  const unmoved = { selection: [] as string[], turn: [] as string[] };
  for (const selection of store.all(selectionQueries.everyoneIn, document)) {
    if (!map.touches(selection.start_at - contextLength, selection.end_at + contextLength)) continue;
    const patch = movedSelection(selection, text, next, map);
    log.update(selectionTable, selection.id, patch);
    unmoved.selection.push(selection.id);
    if (patch.state !== undefined && patch.state !== selection.state)
      askForReview(project, log, selection.id, cause, text.slice(selection.start_at, selection.end_at));
    if (patch.state === 'detached') detached.push(selection.id);
  }
  for (const { id, place } of movedTurns(store.all(turnQueries.ofDocument, document), normal)) {
    if (place) log.update(turnTable, id, place);
    else log.remove(turnTable, id);
    unmoved.turn.push(id);
  }
  moveDecisions(store, log, document, map);
  log.editText(document, text, normal, unmoved);
  return { detached };
}
