import type { HistoryStep } from '../../../shared/contract/methods/history.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { ChangeRow, ChangeSetRow } from '../store/repositories/change-set-table.ts';
import { selectionTable, type SelectionRow } from '../store/repositories/selection-table.ts';
import { codingTable, type CodingRow } from '../store/repositories/coding-table.ts';
import type { Context, Service } from './context.ts';
import type { OpenProject } from './open-project.ts';

function stepOf(row: ChangeSetRow): HistoryStep {
  return {
    revision: row.revision,
    command: row.command,
    label: JSON.parse(row.label) as Record<string, string | number>,
    coder: row.coder === null ? null : asId<'coder'>(row.coder),
    at: row.at,
  };
}

/** The first passage a step touched, so that the view can show what undo did. */
function placeOf(project: OpenProject, changes: readonly ChangeRow[]) {
  for (const { table_name, before, after } of changes) {
    const image = JSON.parse((after ?? before)!) as Partial<SelectionRow & CodingRow>;
    const row =
      table_name === selectionTable.name
        ? image
        : table_name === codingTable.name && image.selection !== undefined
          ? findSelection(project, image.selection, changes)
          : null;
    if (row?.document === undefined || row.start_at === undefined || row.end_at === undefined) continue;
    return { document: asId<'document'>(row.document), start: row.start_at, end: row.end_at };
  }
  return null;
}

function findSelection(project: OpenProject, id: string, changes: readonly ChangeRow[]): Partial<SelectionRow> | null {
  const standing = project.store.row(selectionTable, id);
  if (standing) return standing;
  const gone = changes.find((change) => change.table_name === selectionTable.name && change.key === id);
  return gone ? (JSON.parse((gone.before ?? gone.after)!) as SelectionRow) : null;
}

export function historyService(context: Context): Service<'history.state' | 'history.undo' | 'history.redo'> {
  return {
    'history.state': () => {
      const { store } = context.project();
      const { undo, redo } = store.nextSteps();
      return { revision: store.revision, undo: undo && stepOf(undo), redo: redo && stepOf(redo) };
    },
    'history.undo': () => {
      const project = context.project();
      const { step, changes } = project.store.undo(project.coder);
      return { step: stepOf(step), place: placeOf(project, changes) };
    },
    'history.redo': () => {
      const project = context.project();
      const { step, changes } = project.store.redo(project.coder);
      return { step: stepOf(step), place: placeOf(project, changes) };
    },
  };
}
