import { isVerbatimError } from '../../../../shared/contract/errors.ts';
import type { Ports } from '../../ports.ts';
import { backUp, removeTaintedBackups } from '../../store/backup.ts';
import { changeSetQueries } from '../../store/repositories/change-set-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import type { Store } from '../../store/store.ts';

export type FinishedErasure = {
  /** Backups that still held what is gone, and have been deleted. */
  readonly backups: number;
  /** No space to write the file anew: that is still to be done. */
  readonly rewriteDue: boolean;
};

/**
 * Does what an erasure leaves to be done: backups that still hold what is gone are deleted, then the project file is written anew,
 * which takes as much space again. May be repeated: the project remembers that it is due until it has been done.
 */
export function finishErasure(store: Store, ports: Ports): FinishedErasure {
  const erasure = store.get(changeSetQueries.lastErasure)?.id ?? '';
  const backups = removeTaintedBackups(ports, store.get(projectQueries.only)!.id, erasure);
  try {
    store.reclaim();
  } catch (error) {
    if (!isVerbatimError(error) || error.code !== 'disk_full') throw error;
    return { backups, rewriteDue: true };
  }
  return { backups, rewriteDue: false };
}

/** A new backup in place of those deleted, once the file has been written anew. */
export async function backUpErased(store: Store, ports: Ports): Promise<void> {
  if (store.rewriteDue) return;
  try {
    await backUp(store, ports, 'timer');
  } catch (error) {
    // What was to be done is done; a failing backup does not take it back.
    ports.log.error(error, 'backup');
  }
}
