import DatabaseFile, { type Database } from 'better-sqlite3';
import { type BackupFile, newestOf } from './backup.ts';
import { blindingQueries } from './repositories/blinding-table.ts';
import { coderQueries } from './repositories/coder-table.ts';

/** A coder who codes blind. */
export type BlindCoder = { readonly id: string; readonly name: string };

/** Who codes blind in a project file as it stands: the current coder, if blind. A file older than blind coding has no record of it. */
function blindIn(db: Database): BlindCoder | null {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'blinding'").get() === undefined) return null;
  const current = db.prepare(coderQueries.current.sql).get() as BlindCoder | undefined;
  const state = current && (db.prepare(blindingQueries.stateOf.sql).get(current.id) as { act: string } | undefined);
  return state?.act === 'began' ? current! : null;
}

function blindInFile(path: string): BlindCoder | null {
  let db: Database | null = null;
  try {
    db = new DatabaseFile(path, { readonly: true, fileMustExist: true });
    return blindIn(db);
  } catch {
    // What cannot be read as a project cannot be restored either.
    return null;
  } finally {
    db?.close();
  }
}

/**
 * The coder who codes blind in each project that has backups, by folder, as the newest of them says: one is made whenever blind coding
 * begins or ends. An older backup holds the others' work as it was before, which is not to be seen now.
 */
export function blindByRing(backups: readonly BackupFile[]): ReadonlyMap<string, BlindCoder> {
  return new Map(
    [...newestOf(backups)].flatMap(([ring, { path }]) => {
      const coder = blindInFile(path);
      return coder === null ? [] : [[ring, coder] as const];
    }),
  );
}
