import DatabaseFile from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { fileError } from './file-errors.ts';
import { readHeader } from './header.ts';
import { refuseNewer, wholeSchema } from './open.ts';

/** Where the header says how the file is written and read: 1 is a rollback journal, 2 a log beside it. */
const writeVersionAt = 18;
const readVersionAt = 19;

/** A database in memory, of the bytes of its file: nothing is written anywhere. Throws what SQLite does. */
export function openInMemory(bytes: Uint8Array): DatabaseFile.Database {
  const copy = Buffer.from(bytes);
  // A copy of an open project is marked as having a log beside it, which memory has not.
  copy[writeVersionAt] = 1;
  copy[readVersionAt] = 1;
  const db = new DatabaseFile(copy);
  db.pragma('trusted_schema = OFF');
  return db;
}

/**
 * Whether bytes are a whole project file, looked at in memory: nothing is written anywhere.
 * Throws `project_foreign`, `project_damaged`, `project_newer`, naming `file`.
 */
export function checkProjectBytes(bytes: Uint8Array, file: string): void {
  const { schema } = readHeader(Buffer.from(bytes.subarray(0, 100)), { file, size: bytes.length, isAlone: true });
  refuseNewer(file, schema);
  let db: DatabaseFile.Database | null = null;
  try {
    db = openInMemory(bytes);
    db.pragma('cell_size_check = ON');
    const verdict = db.pragma('quick_check(1)', { simple: true }) as string;
    if (verdict !== 'ok') throw new VerbatimError('project_damaged', { file, detail: verdict });
    wholeSchema(db, file);
  } catch (error) {
    throw namedError(error, file);
  } finally {
    db?.close();
  }
}

/** An error of the database in memory as one of the file it came from; whatever SQLite cannot read there is damage. */
function namedError(error: unknown, file: string): unknown {
  const known = fileError(error, file, 'project_not_found');
  if (known instanceof VerbatimError) return known;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_')
    ? new VerbatimError('project_damaged', { file, detail: (error as Error).message }, { cause: error })
    : error;
}
