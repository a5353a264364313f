import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** The project files this process has open, by device and inode: the same file may be reached by several paths. */
const openFiles = new Map<string, Database>();

/** Null where the file cannot be looked at: whoever opens it learns why. */
function fileKey(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

export function rememberOpen(path: string, db: Database): void {
  for (const [key, other] of openFiles) if (!other.open) openFiles.delete(key);
  const key = fileKey(path);
  if (key !== null) openFiles.set(key, db);
}

/**
 * Whether this process has the file open as a project. Such a file must not be read by other means: on POSIX systems
 * closing any handle of a file lets go of every lock the process holds on it, and a second program could then open it.
 */
export function isOpenHere(path: string): boolean {
  const key = fileKey(path);
  return key !== null && openFiles.get(key)?.open === true;
}
