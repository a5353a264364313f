import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseFile, { type Database } from 'better-sqlite3';
import type { Ports } from '../ports.ts';
import { backupsFolder } from './backups-folder.ts';
import { contentHash } from './blobs.ts';
import { isRewriteDue } from './erasure.ts';
import { fileError } from './file-errors.ts';
import { readProjectHeader } from './header.ts';
import { projectQueries } from './repositories/project-table.ts';
import { Sight } from './sight.ts';
import type { Store } from './store.ts';
import { removeLeftWork } from './work-folders.ts';

/** Newest backups kept whatever their age; of older ones the last of each day stays. */
const kept = 8;
const daysKept = 30;

/** Which of a project's backup files (named by time) to delete: the ring is thinned to the newest few and one a day. */
export function thinnedBackups(names: readonly string[], now: Date): string[] {
  const newestFirst = [...names].sort().reverse();
  const oldestDay = new Date(now.getTime() - daysKept * 86_400_000).toISOString().slice(0, 10);
  const days = new Set<string>();
  return newestFirst.filter((name, place) => {
    const day = name.slice(0, 10);
    const first = !days.has(day);
    days.add(day);
    return place >= kept && (!first || day < oldestDay);
  });
}

/** The folder of a project's backups, made where it is not there yet. */
function ring(ports: Ports, project: string): string {
  // The id comes out of a file anyone may have made: it must not lead out of the folder of backups.
  const name = /^[\w-]{1,64}$/.test(project) ? project : contentHash(project);
  const folder = join(backupsFolder(ports), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function backupName(ports: Ports, reason: string): string {
  return `${ports.clock.now().toISOString().replaceAll(':', '-')}-${reason}.vbt`;
}

/** Copies the project into the ring of backups in the app's data folder; answers the copy's path. Throws `disk_full`, `file_unreadable`. */
export async function backUp(store: Store, ports: Ports, reason: string): Promise<string> {
  const name = backupName(ports, reason);
  try {
    const folder = ring(ports, store.get(projectQueries.only)?.id ?? 'unknown');
    const unfinished = join(folder, `${name}.new`);
    try {
      await store.backup(unfinished);
      renameSync(unfinished, join(folder, name));
    } finally {
      rmSync(unfinished, { force: true });
    }
    const backups = readdirSync(folder).filter((file) => file.endsWith('.vbt'));
    for (const old of thinnedBackups(backups, ports.clock.now())) rmSync(join(folder, old), { force: true });
    return join(folder, name);
  } catch (error) {
    throw fileError(error, name, 'file_not_found');
  }
}

/** Copies a project that is being opened, before a migration changes it: the database does it, log and all. */
export function backUpBeforeMigration(db: Database, ports: Ports, from: number): void {
  const { id } = db.prepare('SELECT id FROM project').get() as { id: string };
  const path = join(ring(ports, id), backupName(ports, `before-schema-${from + 1}`));
  db.prepare('VACUUM INTO ?').run(path);
}

/** Deletes every backup of a project, unfinished ones too, and copies of projects that killed processes left; answers how many backups went. */
export function removeBackups(ports: Ports, project: string): number {
  removeLeftWork(ports);
  const folder = ring(ports, project);
  const files = readdirSync(folder);
  for (const name of files) rmSync(join(folder, name), { force: true });
  return files.filter((name) => name.endsWith('.vbt')).length;
}

/**
 * Deletes the backups of a project that may still hold what its last erasure (a step of its history) took out, and unfinished ones;
 * answers how many backups went.
 */
export function removeTaintedBackups(ports: Ports, project: string, erasure: string): number {
  removeLeftWork(ports);
  const folder = ring(ports, project);
  const tainted = readdirSync(folder).filter((name) => isTainted(join(folder, name), erasure));
  for (const name of tainted) rmSync(join(folder, name), { force: true });
  return tainted.filter((name) => name.endsWith('.vbt')).length;
}

/** Whether a backup does not know of an erasure, or was made of a file that was still to be written anew; also one that cannot be read. */
function isTainted(path: string, erasure: string): boolean {
  if (!path.endsWith('.vbt')) return true;
  let db: Database | null = null;
  try {
    db = new DatabaseFile(path, { readonly: true, fileMustExist: true });
    return db.prepare('SELECT 1 FROM change_set WHERE id = ?').get(erasure) === undefined || isRewriteDue(db);
  } catch {
    return true;
  } finally {
    db?.close();
  }
}

/** How many backups of a project there are. */
export function countBackups(ports: Ports, project: string): number {
  return readdirSync(ring(ports, project)).filter((name) => name.endsWith('.vbt')).length;
}

export type BackupFile = {
  readonly path: string;
  /** The folder of its project's backups. */
  readonly ring: string;
  readonly at: string;
  readonly reason: string;
};

/** Every finished backup in the data folder, told by its name: time and reason. */
export function backupFiles(ports: Ports): BackupFile[] {
  const all = backupsFolder(ports);
  if (!existsSync(all)) return [];
  return readdirSync(all).flatMap((project) =>
    readdirSync(join(all, project)).flatMap((name) => {
      const parts = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d+Z)-(.+)\.vbt$/.exec(name);
      return parts
        ? [
            {
              path: join(all, project, name),
              ring: project,
              at: `${parts[1]}:${parts[2]}:${parts[3]}`,
              reason: parts[4]!,
            },
          ]
        : [];
    }),
  );
}

/** The backup made last of each project, by folder. */
export function newestOf(backups: readonly BackupFile[]): Map<string, BackupFile> {
  const newest = new Map<string, BackupFile>();
  for (const backup of backups) if ((newest.get(backup.ring)?.at ?? '') < backup.at) newest.set(backup.ring, backup);
  return newest;
}

/** What is in a backup, as one coder sees it or (null) all of it, read without changing it. Throws the errors of an unreadable project file. */
export function readBackup(path: string, seenBy: string | null): { name: string; documents: number; codings: number } {
  readProjectHeader(path);
  const db = new DatabaseFile(path, { readonly: true, fileMustExist: true });
  try {
    new Sight(db).limit(seenBy);
    const { name } = db.prepare(projectQueries.only.sql).get() as { name: string };
    const { documents, codings } = db.prepare(projectQueries.counts.sql).get() as {
      documents: number;
      codings: number;
    };
    return { name, documents, codings };
  } catch (error) {
    throw fileError(error, path, 'project_not_found');
  } finally {
    db.close();
  }
}
