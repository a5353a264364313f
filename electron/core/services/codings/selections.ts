import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { anchorContext } from '../../../../shared/text/anchor.ts';
import { snapToGraphemes } from '../../../../shared/text/graphemes.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codeExampleQueries, codeExampleTable } from '../../store/repositories/code-table.ts';
import { codingQueries, codingTable } from '../../store/repositories/coding-table.ts';
import { memoQueries, memoTable } from '../../store/repositories/memo-table.ts';
import { selectionQueries, selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { translationQueries, translationTable } from '../../store/repositories/translation-table.ts';
import type { Store } from '../../store/store.ts';
import { quoteHash } from '../documents/document-texts.ts';
import { endReview } from '../review/reviews.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The part of a selection's row that ties it to its words. */
export function anchorColumns(
  text: string,
  { start, end }: Span,
): Pick<SelectionRow, 'start_at' | 'end_at' | 'quote_hash' | 'prefix' | 'suffix'> {
  const { prefix, suffix } = anchorContext(text, { start, end });
  return { start_at: start, end_at: end, quote_hash: quoteHash(text.slice(start, end)), prefix, suffix };
}

/** Whether a selection has a place and its words still stand there. */
export function holdsWords(
  text: string,
  { state, start_at, end_at, quote_hash }: Pick<SelectionRow, 'state' | 'start_at' | 'end_at' | 'quote_hash'>,
): boolean {
  return state !== 'detached' && end_at <= text.length && quoteHash(text.slice(start_at, end_at)) === quote_hash;
}

/** The span as it may be selected by hand: inside the text, whole graphemes, not empty. Throws `selection_out_of_range`, `selection_empty`. */
export function selectableSpan(text: string, span: Span): Span {
  if (span.end > text.length || span.start > span.end) {
    throw new VerbatimError('selection_out_of_range', { ...span, length: text.length });
  }
  const snapped = snapToGraphemes(text, span);
  if (snapped.start === snapped.end) throw new VerbatimError('selection_empty', {});
  return snapped;
}

/** The coder's selection of exactly this range, made if there is none. */
export function selectionOn(
  project: OpenProject,
  log: ChangeLog,
  document: string,
  text: string,
  span: Span,
  coder: string,
): SelectionRow {
  const standing = project.store.get(selectionQueries.byRange, document, span.start, span.end, coder);
  if (standing) return standing;
  const row: SelectionRow = {
    id: project.newId(),
    document,
    coder,
    name: null,
    comment: null,
    ...anchorColumns(text, span),
    state: 'placed',
    quote: null,
    created_at: project.now(),
  };
  log.insert(selectionTable, row);
  return row;
}

/** Removes a coding with its memos. */
export function removeCoding(store: Store, log: ChangeLog, coding: string): void {
  for (const memo of store.all(memoQueries.onCoding, coding)) log.remove(memoTable, memo.id);
  log.remove(codingTable, coding);
}

/** Removes a selection with everything on it. */
export function removeSelection(store: Store, log: ChangeLog, selection: string): void {
  for (const coding of store.all(codingQueries.ofSelection, selection)) removeCoding(store, log, coding.id);
  for (const memo of store.all(memoQueries.onSelection, selection)) log.remove(memoTable, memo.id);
  for (const example of store.all(codeExampleQueries.ofSelection, selection))
    log.update(codeExampleTable, example.id, { selection: null });
  for (const translation of store.all(translationQueries.onSelection, selection))
    log.remove(translationTable, translation.id);
  endReview(log, selection);
  log.remove(selectionTable, selection);
}

/** Removes a selection that carries nothing any more: no coding, no memo, no example, no translation. */
export function removeSelectionIfBare(store: Store, log: ChangeLog, selection: string): void {
  const carries =
    store.all(codingQueries.ofSelection, selection).length +
    store.all(memoQueries.onSelection, selection).length +
    store.all(codeExampleQueries.ofSelection, selection).length +
    store.all(translationQueries.onSelection, selection).length;
  if (carries > 0) return;
  endReview(log, selection);
  log.remove(selectionTable, selection);
}
