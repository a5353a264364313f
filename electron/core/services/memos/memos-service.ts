import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import {
  type ListedMemo,
  type Memo,
  memoBody,
  type MemoTarget,
  type Passage,
} from '../../../../shared/contract/schema/entities.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { isPlain, type MemoBlock, memoText } from '../../../../shared/domain/memo-body.ts';
import type { Query, Table } from '../../store/table.ts';
import { caseTable } from '../../store/repositories/case-table.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { memoQueries, memoTable, type MemoRow } from '../../store/repositories/memo-table.ts';
import { selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMakers } from '../codings/passages.ts';
import { removeSelectionIfBare, selectableSpan, selectionOn } from '../codings/selections.ts';

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

/** The looks of a memo; null where it has none, or they are not what this program writes. */
function bodyOf({ body }: MemoRow): Memo['body'] {
  if (body === null) return null;
  try {
    return memoBody.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** What a client wrote: as text or as blocks. */
type Written = { readonly text: string } | { readonly body: readonly MemoBlock[] };

/** The columns of what was written: blocks that say nothing beyond their text are kept as text only. */
function columnsOf(written: Written): Pick<MemoRow, 'text' | 'body'> {
  if ('text' in written) return { text: written.text, body: null };
  return { text: memoText(written.body), body: isPlain(written.body) ? null : JSON.stringify(written.body) };
}

function memoOf(row: MemoRow): Memo {
  return {
    id: asId<'memo'>(row.id),
    target: targetOf(row),
    coder: asId<'coder'>(row.coder),
    text: row.text,
    body: bodyOf(row),
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
  needed(kind, id ?? '', id === null ? null : store.row(kinds[kind].table, id));
}

/** Writes, changes or (empty text) removes the current coder's memo on a target. */
function writeMemo(project: OpenProject, log: ChangeLog, target: MemoTarget, written: Written): MemoRow | null {
  const { text, body } = columnsOf(written);
  const standing = ownMemo(project, target);
  if (text.trim() === '') {
    if (standing) log.remove(memoTable, standing.id);
    if (target.kind === 'selection' && target.id !== null) removeSelectionIfBare(project.store, log, target.id);
    return null;
  }
  if (standing?.text === text && standing.body === body) return standing;
  if (standing) return log.update(memoTable, standing.id, { text, body, updated_at: project.now() });
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
    body,
    created_at: now,
    updated_at: now,
  };
  log.insert(memoTable, row);
  return row;
}

/** Every memo with the passage it is about. */
function listMemos(project: OpenProject): ListedMemo[] {
  const { store } = project;
  const makers = new PassageMakers(project);
  const passageOf = ({ document, start_at, end_at }: SelectionRow): Passage =>
    makers.of(project.document(document)).make({ start: start_at, end: end_at }, []);
  return store.all(memoQueries.all).map((row) => {
    const coding = row.coding === null ? null : store.row(codingTable, row.coding);
    const about = row.selection ?? coding?.selection ?? null;
    const selection = about === null ? null : store.row(selectionTable, about);
    return {
      ...memoOf(row),
      code: coding && asId<'code'>(coding.code),
      passage: selection && passageOf(selection),
    };
  });
}

export function memosService(context: Context): Service<'memos.list' | 'memos.save' | 'memos.saveOnRange'> {
  return {
    'memos.list': () => listMemos(context.project()),
    'memos.save': ({ target, ...written }) => {
      const project = context.project();
      checkTarget(project, target);
      const saved = project.change('memos.save', { kind: target.kind }, (log) =>
        writeMemo(project, log, target, written),
      );
      return saved && memoOf(saved);
    },
    'memos.saveOnRange': ({ document, start, end, ...written }) => {
      const project = context.project();
      if (columnsOf(written).text.trim() === '') throw new VerbatimError('name_empty', { kind: 'memo' });
      const text = project.texts.of(project.document(document));
      const span = selectableSpan(text, { start, end });
      const saved = project.change('memos.save', { kind: 'selection' }, (log) => {
        const selection = selectionOn(project, log, document, text, span, project.coder);
        return writeMemo(project, log, { kind: 'selection', id: selection.id }, written)!;
      });
      return memoOf(saved);
    },
  };
}
