import { needed } from '../../../../shared/contract/needed.ts';
import { type DoubtedSelection, reviewCauses, reviewContext } from '../../../../shared/contract/methods/review.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { type DoubtedRow, reviewQueries, type ReviewRow, reviewTable } from '../../store/repositories/review-table.ts';
import { selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { changeCodings } from '../codings/coding-changes.ts';
import type { Context, Service } from '../project/context.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { askForReview, endReview } from './reviews.ts';
import { anchorColumns, removeSelection, selectableSpan } from '../codings/selections.ts';

function listed(project: OpenProject): DoubtedSelection[] {
  const { store } = project;
  const notes = new Map(store.all(reviewQueries.all).map((note) => [note.selection, note]));
  const coders = coderNames(project);
  return [...Map.groupBy(store.all(reviewQueries.doubted), ({ document }) => document)].flatMap(([document, rows]) => {
    const row = project.document(document);
    const maker = new PassageMaker(project, row);
    return rows.map((one) => ({
      ...shown(project, row, maker, one),
      coderName: coders.get(one.coder) ?? '',
      ...noted(one, notes.get(one.id)),
    }));
  });
}

function noted(one: DoubtedRow, note: ReviewRow | undefined) {
  return {
    cause: reviewCauses.find((cause) => cause === note?.cause) ?? null,
    at: note?.created_at ?? one.created_at,
    quote: note?.quote ?? one.quote ?? '',
    kept: (note?.kept_at ?? null) !== null,
  };
}

function shown({ store }: OpenProject, row: DocumentRow, maker: PassageMaker, one: DoubtedRow) {
  const span = { start: Math.min(one.start_at, row.utf16_length), end: Math.min(one.end_at, row.utf16_length) };
  const codings = store.all(codingQueries.ofSelection, one.id);
  const onCodings = codings.reduce((sum, { id }) => sum + store.all(memoQueries.onCoding, id).length, 0);
  return {
    selection: asId<'selection'>(one.id),
    document: asId<'document'>(row.id),
    documentName: row.name,
    language: row.language,
    coder: asId<'coder'>(one.coder),
    state: one.state === 'uncertain' ? ('uncertain' as const) : ('detached' as const),
    ...span,
    now: one.state === 'uncertain' ? maker.make(span, []).quote : '',
    ...maker.around(span, reviewContext),
    codes: codings.map(({ code }) => asId<'code'>(code)),
    memos: store.all(memoQueries.onSelection, one.id).length + onCodings,
  };
}

/**
 * The row of a selection that is to change, whoever made it; to a blind coder only their own, also where they have coded
 * another's. Throws `not_found`, `blind`.
 */
function selectionRow(project: OpenProject, id: string): SelectionRow {
  const row = needed('selection', id, project.store.row(selectionTable, id));
  if (row.coder !== project.coder) project.refuseBlind();
  return row;
}

type Names = 'review.list' | 'review.place' | 'review.keep' | 'review.remove';

/** Selections that have lost their words, or stand where they perhaps do not belong. */
export function reviewService(context: Context): Service<Names> {
  return {
    'review.list': () => listed(context.project()),

    'review.place': ({ selection, start, end }) => {
      const project = context.project();
      const { document } = selectionRow(project, selection);
      const row = project.document(document);
      const text = project.texts.of(row);
      const span = selectableSpan(text, { start, end });
      // Read before the change: within it everybody's are seen.
      const codings = project.store.all(codingQueries.ofSelection, selection);
      return changeCodings(project, 'review.place', { document: row.name }, (log) => {
        endReview(log, selection);
        const placed = { ...anchorColumns(text, span), state: 'placed', quote: null };
        return { selections: [log.update(selectionTable, selection, placed)], codings };
      });
    },

    'review.keep': ({ selections }) => {
      const project = context.project();
      const rows = [...new Set(selections)].map((id) => selectionRow(project, id));
      const label = { selections: rows.length, document: project.document(rows[0]!.document).name };
      project.change('review.keep', label, (log) => {
        for (const row of rows) {
          if (row.state === 'detached') {
            askForReview(project, log, row.id, null, row.quote ?? '');
            log.update(reviewTable, row.id, { kept_at: project.now() });
          } else {
            endReview(log, row.id);
            log.update(selectionTable, row.id, { state: 'placed' });
          }
        }
      });
      return {};
    },

    'review.remove': ({ selections }) => {
      const project = context.project();
      const rows = [...new Set(selections)].map((id) => selectionRow(project, id));
      const codings = rows.reduce((sum, { id }) => sum + project.store.all(codingQueries.ofSelection, id).length, 0);
      const label = { selections: rows.length, document: project.document(rows[0]!.document).name };
      project.change('review.remove', label, (log) => {
        for (const { id } of rows) removeSelection(project.store, log, id);
      });
      return { codings };
    },
  };
}
