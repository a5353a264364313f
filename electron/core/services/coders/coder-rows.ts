import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { coderQueries, type CoderRow, coderTable } from '../../store/repositories/coder-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The row of a coder. Throws `not_found`. */
export function coderRow({ store }: OpenProject, id: string): CoderRow {
  return needed('coder', id, store.row(coderTable, id));
}

/** The names of all coders by id. */
export function coderNames({ store }: OpenProject): ReadonlyMap<string, string> {
  return new Map(store.all(coderQueries.all).map(({ id, name }) => [id, name]));
}

/** A coder's name as it is kept. Throws `name_empty`, `name_taken`. */
export function freeCoderName(project: OpenProject, name: string, self?: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'coder' });
  const standing = project.store.get(coderQueries.byName, trimmed);
  if (standing && standing.id !== self) throw new VerbatimError('name_taken', { kind: 'coder', name: trimmed });
  return trimmed;
}

/** Makes a coder; the name is known to be free. */
export function insertCoder(project: OpenProject, log: ChangeLog, name: string): CoderRow {
  const row: CoderRow = { id: project.newId(), name, created_at: project.now() };
  log.insert(coderTable, row);
  return row;
}
