import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Memo, MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { Query, Table } from '../store/table.ts';
import { caseTable } from '../store/repositories/case-table.ts';
import { codeTable } from '../store/repositories/code-table.ts';
import { codingTable } from '../store/repositories/coding-table.ts';
import { documentTable } from '../store/repositories/document-table.ts';
import { memoQueries, memoTable, type MemoRow } from '../store/repositories/memo-table.ts';
import { selectionTable } from '../store/repositories/selection-table.ts';
import type { ChangeLog } from '../store/change-log.ts';
import type { Context, Service } from './context.ts';
import type { OpenProject } from './open-project.ts';
import { removeSelectionIfBare, selectableSpan, selectionOn } from './selections.ts';

/** For each kind of target: the column that holds it, its table, and the memos on it. */
const kinds: Record<
  Exclude<MemoTarget['kind'], 'project'>,
  { column: keyof MemoRow; table: Table; on: Query<MemoRow> }
> = {
  document: { column: 'document', table: documentTable, on: memoQueries.onDocument },
  case: { column: 'study_case', table: caseTable, on: memoQueries.onCase },
  code: { column: 'code', table: codeTable, on: memoQueries.onCode },
  selection: { column: 'selection', table: selectionTable, on: memoQueries.onSelection },
  coding: { column: 'coding', table: codingTable, on: memoQueries.onCoding },
};

function targetOf(row: MemoRow): MemoTarget {
  for (const [kind, { column }] of Object.entries(kinds)) {
    const id = row[column];
    if (id !== null) return { kind: kind as MemoTarget['kind'], id };
  }
  return { kind: 'project', id: null };
}

function memoOf(row: MemoRow): Memo {
  return {
    id: asId<'memo'>(row.id),
    target: targetOf(row),
    coder: asId<'coder'>(row.coder),
    text: row.text,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Memos on the document's selections and codings and on the document itself. */
export function memosOfDocument({ store }: OpenProject, document: string): Memo[] {
  return [memoQueries.onDocument, memoQueries.onSelectionsOfDocument, memoQueries.onCodingsOfDocument]
    .flatMap((query) => store.all(query, document))
    .map(memoOf);
}

function ownMemo({ store, coder }: OpenProject, { kind, id }: MemoTarget): MemoRow | undefined {
  const standing = kind === 'project' ? store.all(memoQueries.onProject) : store.all(kinds[kind].on, id);
  return standing.find((memo) => memo.coder === coder);
}

function checkTarget({ store }: OpenProject, { kind, id }: MemoTarget): void {
  if (kind === 'project') return;
  if (id === null || !store.row(kinds[kind].table, id)) throw new VerbatimError('not_found', { kind, name: id ?? '' });
}

/** Writes, changes or (empty text) removes the current coder's memo on a target. */
function writeMemo(project: OpenProject, log: ChangeLog, target: MemoTarget, text: string): MemoRow | null {
  const standing = ownMemo(project, target);
  if (text.trim() === '') {
    if (standing) log.remove(memoTable, standing.id);
    if (target.kind === 'selection' && target.id !== null) removeSelectionIfBare(project.store, log, target.id);
    return null;
  }
  if (standing?.text === text) return standing;
  if (standing) return log.update(memoTable, standing.id, { text, body: null, updated_at: project.now() });
  const now = project.now();
  const row: MemoRow = {
    id: project.newId(),
    coder: project.coder,
    document: null,
    study_case: null,
    code: null,
    selection: null,
    coding: null,
    ...(target.kind === 'project' ? {} : { [kinds[target.kind].column]: target.id }),
    text,
    body: null,
    created_at: now,
    updated_at: now,
  };
  log.insert(memoTable, row);
  return row;
}

export function memosService(context: Context): Service<'memos.list' | 'memos.save' | 'memos.saveOnRange'> {
  return {
    'memos.list': () => context.project().store.all(memoQueries.all).map(memoOf),
    'memos.save': ({ target, text }) => {
      const project = context.project();
      checkTarget(project, target);
      const written = project.change('memos.save', { kind: target.kind }, (log) =>
        writeMemo(project, log, target, text),
      );
      return written && memoOf(written);
    },
    'memos.saveOnRange': ({ document, start, end, text: words }) => {
      const project = context.project();
      if (words.trim() === '') throw new VerbatimError('name_empty', { kind: 'memo' });
      const text = project.texts.of(project.document(document));
      const span = selectableSpan(text, { start, end });
      const written = project.change('memos.save', { kind: 'selection' }, (log) => {
        const selection = selectionOn(project, log, document, text, span, project.coder);
        return writeMemo(project, log, { kind: 'selection', id: selection.id }, words)!;
      });
      return memoOf(written);
    },
  };
}
