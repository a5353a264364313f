import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Ports } from '../ports.ts';
import { SettingsFile } from '../settings-file.ts';
import { fileError } from './file-errors.ts';

const chosen = z.object({ folder: z.string().min(1) });

/** Where the choice is kept: with the app's own data, never in a project. */
function choice(ports: Ports): SettingsFile<string | null> {
  return new SettingsFile(
    ports.folders.data,
    'backups-folder.json',
    (raw) => chosen.safeParse(raw).data?.folder ?? null,
  );
}

function delivered({ folders }: Ports): string {
  return join(folders.data, 'backups');
}

/** The folder that holds all backups of this computer, one folder in it for each project. */
export function backupsFolder(ports: Ports): string {
  return choice(ports).read() ?? delivered(ports);
}

/**
 * Moves all backups to `backups` in another folder, or back to the app's data (null): they are in one place always, so that
 * whoever looks for them, or takes a respondent out of them, finds all. Throws `folder_read_only`, `disk_full`; nothing has moved then.
 */
export function moveBackups(ports: Ports, to: string | null): void {
  const from = backupsFolder(ports);
  const target = to === null ? delivered(ports) : join(resolve(to), 'verbatim-backups');
  if (resolve(from) === resolve(target)) return;
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    for (const project of ringsIn(from)) copyRing(join(from, project), join(target, project));
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown }).code)))
      throw new VerbatimError('folder_read_only', { file: basename(to ?? target) }, { cause: error });
    throw fileError(error, target, 'file_not_found');
  }
  if (to === null) rmSync(join(ports.folders.data, 'backups-folder.json'), { force: true });
  else new SettingsFile(ports.folders.data, 'backups-folder.json', (raw) => raw).write({ folder: target });
  removeRings(from);
}

/** Takes away what was copied, and folders that are empty then: nothing that somebody else put there. */
function removeRings(folder: string): void {
  if (!existsSync(folder)) return;
  for (const project of ringsIn(folder)) {
    const ring = join(folder, project);
    for (const name of readdirSync(ring)) if (name.endsWith('.vbt')) rmSync(join(ring, name), { force: true });
    removeIfEmpty(ring);
  }
  removeIfEmpty(folder);
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The folders of projects in a folder of backups. */
function ringsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory()) : [];
}

function copyRing(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.vbt')) continue;
    copyFileSync(join(from, name), join(to, `${name}.new`));
    renameSync(join(to, `${name}.new`), join(to, name));
  }
}
