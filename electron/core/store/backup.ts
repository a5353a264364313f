import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Ports } from '../ports.ts';
import { projectQueries } from './repositories/project-table.ts';
import type { Store } from './store.ts';

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
  const folder = join(ports.folders.data, 'backups', project);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function backupName(ports: Ports, reason: string): string {
  return `${ports.clock.now().toISOString().replaceAll(':', '-')}-${reason}.vbt`;
}

/** Copies the project into the ring of backups in the app's data folder; answers the copy's path. */
export async function backUp(store: Store, ports: Ports, reason: string): Promise<string> {
  const folder = ring(ports, store.get(projectQueries.only)?.id ?? 'unknown');
  const name = backupName(ports, reason);
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
}

/** Copies a project file as it lies, before a migration changes it. */
export function backUpFile(path: string, ports: Ports, reason: string): void {
  copyFileSync(path, join(ring(ports, basename(path, '.vbt')), backupName(ports, reason)));
}
