import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  attributeValueQueries,
  attributeValueTable,
  caseQueries,
  type CaseRow,
  caseTable,
} from '../../store/repositories/case-table.ts';
import { documentQueries, documentTable } from '../../store/repositories/document-table.ts';
import { memoQueries, memoTable } from '../../store/repositories/memo-table.ts';
import { speakerQueries, speakerTable } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The row of a case. Throws `not_found`. */
export function caseRow(project: OpenProject, id: string): CaseRow {
  return needed('case', id, project.store.row(caseTable, id));
}

function filledCaseName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'case' });
  return trimmed;
}

/** A name no other case has. Throws `name_empty`, `name_taken`. */
export function freeCaseName(project: OpenProject, name: string, self?: string): string {
  const trimmed = filledCaseName(name);
  const taken = project.store.all(caseQueries.all).some((row) => row.name === trimmed && row.id !== self);
  if (taken) throw new VerbatimError('name_taken', { kind: 'case', name: trimmed });
  return trimmed;
}

/**
 * Gives cases other names at once, also each other's; answers how many are called otherwise now. Throws `not_found`,
 * `name_empty`, `name_taken`.
 */
export function renameCases(project: OpenProject, log: ChangeLog, names: ReadonlyMap<string, string>): number {
  const next = new Map([...names].map(([id, name]) => [caseRow(project, id).id, filledCaseName(name)]));
  const rows = project.store.all(caseQueries.all).map(({ id, name }) => ({ id, name, next: next.get(id) ?? name }));
  const called = Map.groupBy(rows, (row) => row.next);
  for (const name of next.values())
    if (called.get(name)!.length > 1) throw new VerbatimError('name_taken', { kind: 'case', name });
  const renamed = rows.filter((row) => row.next !== row.name);
  const awaited = new Set(renamed.map((row) => row.next));
  // No two cases may be called the same, not even for a moment: one whose name another gets is called by its identifier first.
  for (const { id, name } of renamed) if (awaited.has(name)) log.update(caseTable, id, { name: id });
  for (const row of renamed) log.update(caseTable, row.id, { name: row.next });
  return renamed.length;
}

/** The place behind all cases. */
export function nextCasePosition({ store }: OpenProject): number {
  return (store.all(caseQueries.all).at(-1)?.position ?? -1) + 1;
}

/** Makes a case behind all others, or at a place of its own; its name is known to be free. */
export function insertCase(
  project: OpenProject,
  log: ChangeLog,
  name: string,
  position = nextCasePosition(project),
): CaseRow {
  const row = { id: project.newId<'case'>(), name, position, created_at: project.now() };
  log.insert(caseTable, row);
  return row;
}

/** Removes a case with its values and memos; documents and speakers are left without a case. */
export function removeCase({ store }: OpenProject, log: ChangeLog, id: string): void {
  for (const { attribute } of store.all(attributeValueQueries.ofCase, id))
    log.remove(attributeValueTable, JSON.stringify([id, attribute]));
  for (const document of store.all(documentQueries.all))
    if (document.study_case === id) log.update(documentTable, document.id, { study_case: null });
  for (const speaker of store.all(speakerQueries.ofCase, id))
    log.update(speakerTable, speaker.id, { study_case: null });
  for (const memo of store.all(memoQueries.onCase, id)) log.remove(memoTable, memo.id);
  log.remove(caseTable, id);
}
