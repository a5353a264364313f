import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { halvedSpan, leftOverSpans } from '../../../../shared/transcript/left-over.ts';
import { snapToGraphemes } from '../../../../shared/text/graphemes.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codingQueries, codingTable, type CodingRow } from '../../store/repositories/coding-table.ts';
import { selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { changeCodings, ownCoding } from './coding-changes.ts';
import type { Context, Service } from '../project/context.ts';
import { moveCodingMemos } from '../memos/memo-join.ts';
import type { OpenProject } from '../project/open-project.ts';
import { removeCoding, removeSelectionIfBare, selectableSpan, selectionOn } from './selections.ts';

/** A coding of the current coder with its selection, which has its words. */
type Placed = { readonly coding: CodingRow; readonly selection: SelectionRow };

function placedOwn(project: OpenProject, ids: readonly string[]): readonly Placed[] {
  return [...new Set(ids)].map((id) => {
    const coding = ownCoding(project, id);
    const selection = project.store.row(selectionTable, coding.selection);
    if (!selection || selection.state === 'detached')
      throw new VerbatimError('not_found', { kind: 'selection', name: coding.selection });
    return { coding, selection };
  });
}

function spanOf({ start_at, end_at }: SelectionRow): Span {
  return { start: start_at, end: end_at };
}

/** What a step has done so far. */
type Done = { readonly selections: SelectionRow[]; readonly codings: CodingRow[]; readonly removed: string[] };

/**
 * Puts a coding on other spans of its document: it keeps its identity and memos on the first of them, the others get new
 * ones; a span that has the code already keeps the coding that stands there, which inherits the memos if nothing else can.
 * Without spans it goes.
 */
function layOn(
  project: OpenProject,
  log: ChangeLog,
  done: Done,
  { coding, selection }: Placed,
  spans: readonly Span[],
) {
  const { store } = project;
  const text = project.texts.of(project.document(selection.document));
  let isKept = false;
  let heir: CodingRow | undefined;
  for (const span of spans) {
    const target = selectionOn(project, log, selection.document, text, span, coding.coder);
    done.selections.push(target);
    const standing = store.all(codingQueries.ofSelection, target.id).find((one) => one.code === coding.code);
    if (standing) heir ??= standing;
    else if (isKept) {
      const copy: CodingRow = { ...coding, id: project.newId(), selection: target.id };
      log.insert(codingTable, copy);
      done.codings.push(copy);
    } else {
      isKept = true;
      done.codings.push(log.update(codingTable, coding.id, { selection: target.id }));
    }
  }
  if (!isKept) {
    if (heir) moveCodingMemos(project, log, coding.id, heir.id);
    removeCoding(store, log, coding.id);
    done.removed.push(coding.id);
  }
  removeSelectionIfBare(store, log, selection.id);
}

function emptyDone(): Done {
  return { selections: [], codings: [], removed: [] };
}

type Names = 'codings.erase' | 'codings.split' | 'codings.join';

/** Cutting codings and putting them together. */
export function codingCutsService(context: Context): Service<Names> {
  const label = (project: OpenProject, placed: readonly Placed[]) => ({
    code: new CodeNames(project.store).name(placed[0]!.coding.code),
    codings: placed.length,
  });
  return {
    'codings.erase': ({ codings, start, end }) => {
      const project = context.project();
      const placed = placedOwn(project, codings);
      return changeCodings(project, 'codings.erase', label(project, placed), (log) => {
        const done = emptyDone();
        for (const one of placed) {
          const text = project.texts.of(project.document(one.selection.document));
          const taken = selectableSpan(text, { start, end });
          const span = spanOf(one.selection);
          const left = leftOverSpans(text, span, taken);
          if (left[0]?.start === span.start && left[0].end === span.end) continue;
          layOn(project, log, done, one, left);
        }
        return done;
      });
    },

    'codings.split': ({ codings, at }) => {
      const project = context.project();
      const placed = placedOwn(project, codings);
      return changeCodings(project, 'codings.split', label(project, placed), (log) => {
        const done = emptyDone();
        for (const one of placed) {
          const text = project.texts.of(project.document(one.selection.document));
          const cut = snapToGraphemes(text, { start: Math.min(at, text.length), end: Math.min(at, text.length) }).start;
          const halves = halvedSpan(text, spanOf(one.selection), cut);
          if (halves) layOn(project, log, done, one, halves);
        }
        return done;
      });
    },

    'codings.join': ({ codings }) => {
      const project = context.project();
      const placed = placedOwn(project, codings).toSorted((a, b) => a.selection.start_at - b.selection.start_at);
      const first = placed[0]!;
      const other = placed.find(
        ({ coding, selection }) => coding.code !== first.coding.code || selection.document !== first.selection.document,
      );
      if (other) throw new VerbatimError('not_found', { kind: 'coding', name: other.coding.id });
      return changeCodings(project, 'codings.join', label(project, placed), (log) => {
        const done = emptyDone();
        for (const { coding, selection } of placed.slice(1)) {
          moveCodingMemos(project, log, coding.id, first.coding.id);
          removeCoding(project.store, log, coding.id);
          done.removed.push(coding.id);
          if (selection.id !== first.selection.id) removeSelectionIfBare(project.store, log, selection.id);
        }
        const start = first.selection.start_at;
        const end = Math.max(...placed.map(({ selection }) => selection.end_at));
        if (end !== first.selection.end_at) layOn(project, log, done, first, [{ start, end }]);
        return done;
      });
    },
  };
}
