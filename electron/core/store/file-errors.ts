import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Turns an error of the file system or of SQLite into one that names the file and what is the matter; others pass as they are. */
export function fileError(
  error: unknown,
  path: string,
  missing: 'project_not_found' | 'file_not_found' | 'folder_not_found',
): unknown {
  if (error instanceof VerbatimError) return error;
  const file = basename(path);
  const code = codeOf(error);
  const cause = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new VerbatimError(missing, { file }, cause);
  if (code === 'EACCES' || code === 'EPERM') return new VerbatimError('file_unreadable', { file }, cause);
  if (code === 'EROFS' || code.startsWith('SQLITE_READONLY'))
    return new VerbatimError('folder_read_only', { file }, cause);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return new VerbatimError('disk_full', { file }, cause);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new VerbatimError('project_in_use', { file }, cause);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new VerbatimError('project_damaged', { file, detail: (error as Error).message }, cause);
  }
  if (code.startsWith('SQLITE_CANTOPEN')) return new VerbatimError('folder_read_only', { file }, cause);
  if (code === 'SQLITE_IOERR_READ' || code === 'SQLITE_IOERR_SHORT_READ' || code === 'SQLITE_IOERR_CORRUPTFS')
    return new VerbatimError('file_unreadable', { file }, cause);
  if (code.startsWith('SQLITE_IOERR')) return new VerbatimError('disk_full', { file }, cause);
  return error;
}

/** The same for an error of an open project; one that was closed while a long call still worked on it is no project any more. */
export function storeError(error: unknown, db: Database, path: string): unknown {
  if (db.open || error instanceof VerbatimError) return fileError(error, path, 'project_not_found');
  return new VerbatimError('no_project', {}, { cause: error });
}
