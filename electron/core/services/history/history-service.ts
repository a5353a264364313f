import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { HistoryStep, ListedStep } from '../../../../shared/contract/methods/history.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { type ChangeRow, type ChangeSetRow, historyQueries } from '../../store/repositories/change-set-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { codingTable, type CodingRow } from '../../store/repositories/coding-table.ts';
import { placeOfEdit, textEditName } from '../../store/text-edits.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { blindTravelGuard } from './blind-travel.ts';

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
  const { coder: seenBy } = project.store.sight;
  for (const { table_name, key, before, after } of changes) {
    if (table_name === textEditName) {
      const document = project.store.row(documentTable, key);
      if (document)
        return { document: asId<'document'>(key), ...placeOfEdit({ before: before!, after: after! }, document.text) };
      continue;
    }
    const image = JSON.parse((after ?? before)!) as Partial<SelectionRow & CodingRow>;
    if (seenBy !== null && image.coder !== seenBy) continue;
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

/** One page of commands, newest first, with how far each is from now. */
function listSteps({ store }: OpenProject, before: number, limit: number): { steps: ListedStep[]; more: boolean } {
  const rows = store.all(historyQueries.before, before, limit + 1);
  const page = rows.slice(0, limit);
  const newest = page[0]?.revision ?? 0;
  const lastCommand = store.get(historyQueries.lastCommand)?.revision ?? 0;
  let standing = store.get(historyQueries.standingAfter, newest)?.count ?? 0;
  let undone = store.get(historyQueries.undoneUpTo, lastCommand, newest)?.count ?? 0;
  const beginning = store.get(historyQueries.lastBeginning)?.revision ?? 0;
  const steps = page.map((row) => {
    if (row.revision < beginning) return { ...stepOf(row), away: null, sealed: true };
    const away = row.undone_by === null ? -standing++ : row.undone_by > lastCommand ? undone-- : null;
    // Not −0, which JSON does not know.
    return { ...stepOf(row), away: away === 0 ? 0 : away, sealed: false };
  });
  return { steps, more: rows.length > limit };
}

type Names = 'history.state' | 'history.list' | 'history.goTo' | 'history.undo' | 'history.redo';

export function historyService(context: Context): Service<Names> {
  return {
    'history.list': ({ before = Number.MAX_SAFE_INTEGER, limit }) => listSteps(context.project(), before, limit),
    'history.goTo': ({ revision }) => {
      const project = context.project();
      const isBeginning = project.store.get(historyQueries.lastBeginning)?.revision === revision;
      const { undone, redone, changes } = project.store.travelTo(
        isBeginning ? 0 : revision,
        project.coder,
        blindTravelGuard(project),
      );
      return { undone, redone, place: placeOf(project, changes) };
    },
    'history.state': () => {
      const { store } = context.project();
      const { undo, redo } = store.nextSteps();
      return { revision: store.revision, undo: undo && stepOf(undo), redo: redo && stepOf(redo) };
    },
    'history.undo': ({ revision }) => {
      const project = context.project();
      if (revision !== undefined && project.store.nextSteps().undo?.revision !== revision)
        throw new VerbatimError('undo_overtaken', {});
      const { step, changes } = project.store.undo(project.coder, blindTravelGuard(project));
      return { step: stepOf(step), place: placeOf(project, changes) };
    },
    'history.redo': () => {
      const project = context.project();
      const { step, changes } = project.store.redo(project.coder, blindTravelGuard(project));
      return { step: stepOf(step), place: placeOf(project, changes) };
    },
  };
}
