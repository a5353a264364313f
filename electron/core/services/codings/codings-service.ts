import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Selection } from '../../../../shared/contract/schema/entities.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { codingQueries, codingTable } from '../../store/repositories/coding-table.ts';
import { selectionQueries, selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { addCodings, codable } from './coding-additions.ts';
import { changeCodings, codingOf, ownCoding, revisionSince, selectionOf } from './coding-changes.ts';
import type { Context, Service } from '../project/context.ts';
import { moveCodingMemos } from '../memos/memo-join.ts';
import { memosOfDocument } from '../memos/memos-service.ts';
import { endReview } from '../review/reviews.ts';
import { anchorColumns, holdsWords, removeCoding, removeSelectionIfBare, selectableSpan } from './selections.ts';

/** A selection as it may be shown: one whose place no longer holds its words is shown as detached, never in the wrong place. */
function verifiedSelection(row: SelectionRow, text: string): Selection {
  return { ...selectionOf(row), ...(holdsWords(text, row) ? {} : { state: 'detached' }) };
}

type Names =
  | 'codings.ofDocument'
  | 'codings.add'
  | 'codings.remove'
  | 'codings.setCode'
  | 'codings.resize'
  | 'codings.recentCodes';

export function codingsService(context: Context): Service<Names> {
  return {
    'codings.ofDocument': ({ document }) => {
      const project = context.project();
      const text = project.texts.of(project.document(document));
      return {
        selections: project.store.all(selectionQueries.ofDocument, document).map((row) => verifiedSelection(row, text)),
        codings: project.store.all(codingQueries.ofDocument, document).map(codingOf),
        memos: memosOfDocument(project, document),
      };
    },

    'codings.add': ({ document, start, end, codes }) => {
      const project = context.project();
      const row = project.document(document);
      const text = project.texts.of(row);
      const span = selectableSpan(text, { start, end });
      const rows = codes.map((code) => codable(project, code));
      const names = new CodeNames(project.store);
      const label = { code: names.name(rows[0]!.id), codes: rows.length, document: row.name };
      const before = project.store.revision;
      const added = project.change('codings.add', label, (log) => {
        const { selection, codings } = addCodings(project, log, row, span, rows, 'manual');
        return { selection: selectionOf(selection), codings: codings.map(codingOf) };
      });
      return { ...added, revision: revisionSince(project, before) };
    },

    'codings.remove': ({ codings }) => {
      const project = context.project();
      const rows = codings.map((id) => ownCoding(project, id));
      const label = { code: new CodeNames(project.store).name(rows[0]!.code), codings: rows.length };
      return changeCodings(project, 'codings.remove', label, (log) => {
        for (const row of rows) removeCoding(project.store, log, row.id);
        for (const selection of new Set(rows.map((row) => row.selection)))
          removeSelectionIfBare(project.store, log, selection);
        return { removed: rows.map(({ id }) => id) };
      });
    },

    'codings.setCode': ({ coding, code }) => {
      const project = context.project();
      const row = ownCoding(project, coding);
      const target = codable(project, code);
      const names = new CodeNames(project.store);
      project.change('codings.setCode', { from: names.name(row.code), to: names.name(code) }, (log) => {
        const taken = project.store
          .all(codingQueries.ofSelection, row.selection)
          .find((other) => other.code === code && other.id !== coding);
        if (taken) {
          moveCodingMemos(project, log, coding, taken.id);
          removeCoding(project.store, log, coding);
        } else log.update(codingTable, coding, { code, code_version: target.version });
      });
      return {};
    },

    'codings.resize': ({ selection, start, end }) => {
      const project = context.project();
      const row = project.store.row(selectionTable, selection);
      if (!row || row.coder !== project.coder)
        throw new VerbatimError('not_found', { kind: 'selection', name: selection });
      const text = project.texts.of(project.document(row.document));
      const span = selectableSpan(text, { start, end });
      const label = { document: project.document(row.document).name };
      return changeCodings(project, 'codings.resize', label, (log) => {
        endReview(log, selection);
        const placed = { ...anchorColumns(text, span), state: 'placed', quote: null };
        return { selections: [log.update(selectionTable, selection, placed)] };
      });
    },

    'codings.recentCodes': ({ limit }) => {
      const project = context.project();
      const recent = new Set<string>();
      for (const { code } of project.store.all(codingQueries.recentOfCoder, project.coder)) {
        recent.add(code);
        if (recent.size === limit) break;
      }
      return [...recent].map((code) => asId<'code'>(code));
    },
  };
}
