import { accessSync, closeSync, constants, existsSync, openSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { fileError } from './file-errors.ts';
import { applicationId, readProjectHeader } from './header.ts';
import { migrate, newestSchema } from './migrate.ts';
import { isOpenHere, rememberOpen } from './open-files.ts';

/** How long to wait for another process that is just closing the file, in milliseconds. */
const patience = 300;

function protect(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('foreign_keys = ON');
}

function startLogging(db: Database.Database): void {
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal')
    throw new Error('the project file does not take write-ahead logging');
  db.pragma('synchronous = FULL');
  // Checkpoints are made when idle and on close; this bounds the log in a long burst.
  db.pragma('wal_autocheckpoint = 4000');
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

/** The schema of a database that holds a whole project. Throws `project_newer`, `project_damaged`. After a crash the log beside the file is newer than its header: only the database itself knows. */
export function wholeSchema(db: Database.Database, file: string): number {
  const schema = db.pragma('user_version', { simple: true }) as number;
  refuseNewer(file, schema);
  const isWhole = schema > 0 && db.prepare('SELECT id FROM project').get() !== undefined;
  if (!isWhole) throw new VerbatimError('project_damaged', { file, detail: 'its making was interrupted' });
  return schema;
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Throws `project_newer` for a schema this program does not know. */
export function refuseNewer(file: string, schema: number): void {
  if (schema > newestSchema())
    throw new VerbatimError('project_newer', { file, fileSchema: schema, appSchema: newestSchema() });
}

export type OpenOptions = {
  /** Called with the database before a migration changes it: makes the backup. */
  readonly beforeMigration?: (db: Database.Database, from: number) => void;
  /** Open for reading where the file or its folder cannot be written. */
  readonly allowReadOnly?: boolean;
};

/**
 * Opens a project file under an exclusive lock, migrated to the newest schema.
 * Throws `project_not_found`, `project_foreign`, `project_damaged`, `project_newer`, `project_in_use`, `folder_read_only`, `disk_full`.
 */
export function openProjectFile(path: string, options: OpenOptions = {}): { db: Database.Database; readOnly: boolean } {
  const full = resolve(path);
  const file = basename(full);
  if (isOpenHere(full)) throw new VerbatimError('project_in_use', { file });
  const header = readProjectHeader(full);
  refuseNewer(file, header.schema);
  const canWrite = writable(full) && writable(dirname(full));
  const readOnly =
    !canWrite && options.allowReadOnly === true && !existsSync(`${full}-wal`) && header.schema === newestSchema();
  if (!canWrite && !readOnly) throw new VerbatimError('folder_read_only', { file });
  let db: Database.Database | null = null;
  try {
    db = new Database(full, { fileMustExist: true, timeout: patience, readonly: readOnly });
    protect(db);
    // Takes the lock, so that a second opener is refused here and now; nothing is written before the file is known.
    if (!readOnly) db.exec('BEGIN EXCLUSIVE');
    const schema = wholeSchema(db, file);
    if (!readOnly) {
      db.exec('COMMIT');
      startLogging(db);
    }
    if (schema < newestSchema()) {
      options.beforeMigration?.(db, schema);
      migrate(db, schema);
    }
    rememberOpen(full, db);
    return { db, readOnly };
  } catch (error) {
    db?.close();
    throw fileError(error, full, 'project_not_found');
  }
}

/** Makes a new, empty project file. Throws `project_exists`, `folder_not_found`, `folder_read_only`, `disk_full`. */
export function createProjectFile(path: string): Database.Database {
  const db = createEmptyFile(path);
  try {
    migrate(db, 0);
    rememberOpen(resolve(path), db);
    return db;
  } catch (error) {
    db.close();
    discardProjectFile(path);
    throw fileError(error, path, 'folder_not_found');
  }
}

/** Deletes a project file that is not open, with what lies beside it. */
export function discardProjectFile(path: string): void {
  for (const suffix of ['', '-wal', '-journal', '-shm']) rmSync(`${resolve(path)}${suffix}`, { force: true });
}

/** A file of ours without a schema. Throws what `createProjectFile` throws. */
export function createEmptyFile(path: string): Database.Database {
  const full = resolve(path);
  try {
    // `wx`: never writes over a file, whoever made it and when.
    closeSync(openSync(full, 'wx', 0o600));
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'EEXIST') throw new VerbatimError('project_exists', { file: basename(full) });
    if (code === 'EACCES' || code === 'EPERM') throw new VerbatimError('folder_read_only', { file: basename(full) });
    throw fileError(error, full, 'folder_not_found');
  }
  let db: Database.Database | null = null;
  try {
    db = new Database(full, { timeout: patience });
    db.pragma(`application_id = ${applicationId}`);
    protect(db);
    startLogging(db);
    return db;
  } catch (error) {
    db?.close();
    discardProjectFile(full);
    throw fileError(error, full, 'folder_not_found');
  }
}

/** Writes the log back and leaves exactly one file, safe to copy or send; on a full disk the log stays beside it. */
export function closeProjectFile(db: Database.Database, readOnly: boolean): void {
  if (!db.open) return;
  try {
    if (!readOnly) {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    }
  } catch {
    // Nothing is lost: every commit is in the log, which the next opening reads.
  } finally {
    db.close();
  }
}
