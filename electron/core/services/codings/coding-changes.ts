import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CodingOutcome } from '../../../../shared/contract/methods/codings.ts';
import { type Coding, type Selection, selectionStates } from '../../../../shared/contract/schema/entities.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codingTable, type CodingRow } from '../../store/repositories/coding-table.ts';
import type { SelectionRow } from '../../store/repositories/selection-table.ts';
import type { OpenProject } from '../project/open-project.ts';

export function selectionOf(row: SelectionRow): Selection {
  return {
    id: asId<'selection'>(row.id),
    document: asId<'document'>(row.document),
    start: row.start_at,
    end: row.end_at,
    coder: asId<'coder'>(row.coder),
    state: row.state as (typeof selectionStates)[number],
  };
}

export function codingOf(row: CodingRow): Coding {
  return {
    id: asId<'coding'>(row.id),
    selection: asId<'selection'>(row.selection),
    code: asId<'code'>(row.code),
    coder: asId<'coder'>(row.coder),
    createdAt: row.created_at,
    codeVersion: row.code_version,
  };
}

/** The row of a coding of the current coder: one codes in one's own name only. Throws `not_found`. */
export function ownCoding(project: OpenProject, id: string): CodingRow {
  const row = project.store.row(codingTable, id);
  if (!row || row.coder !== project.coder) throw new VerbatimError('not_found', { kind: 'coding', name: id });
  return row;
}

/** The revision made since another; null where nothing has changed. */
export function revisionSince({ store }: OpenProject, before: number): number | null {
  return store.revision === before ? null : store.revision;
}

type Changed = {
  readonly selections?: readonly SelectionRow[];
  readonly codings?: readonly CodingRow[];
  readonly removed?: readonly string[];
};

/** Runs one command on codings and answers everything it did to them. */
export function changeCodings(
  project: OpenProject,
  command: string,
  label: Readonly<Record<string, string | number>>,
  run: (log: ChangeLog) => Changed,
): CodingOutcome {
  const before = project.store.revision;
  const { selections = [], codings = [], removed = [] } = project.change(command, label, run);
  return {
    revision: revisionSince(project, before),
    selections: selections.map(selectionOf),
    codings: codings.map(codingOf),
    removed: removed.map((id) => asId<'coding'>(id)),
  };
}
