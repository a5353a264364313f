import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isVerbatimError, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { BackupEntry } from '../../../../shared/contract/methods/backups.ts';
import type { Ports } from '../../ports.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { backupFiles, readBackup } from '../../store/backup.ts';
import { backupsFolder, moveBackups } from '../../store/backups-folder.ts';
import { type BlindCoder, blindByRing } from '../../store/blind-backups.ts';
import { fileError } from '../../store/file-errors.ts';
import { discardProjectFile } from '../../store/open.ts';
import { recordBlinding } from '../../store/records.ts';
import { blindingQueries } from '../../store/repositories/blinding-table.ts';
import { coderTable } from '../../store/repositories/coder-table.ts';
import { Store } from '../../store/store.ts';
import type { Context, Service } from '../project/context.ts';
import { openInPlace } from '../project/open-in-place.ts';
import { placeForProject } from '../project/project-place.ts';

function list({ ports, tickets }: Context): BackupEntry[] {
  const files = backupFiles(ports);
  const blind = blindByRing(files);
  const entries = files.flatMap(({ path, ring, at, reason }): BackupEntry[] => {
    try {
      return [{ ticket: tickets.grantPath(path), at, reason, ...readBackup(path, blind.get(ring)?.id ?? null) }];
    } catch (error) {
      if (isVerbatimError(error)) return [];
      throw error;
    }
  });
  return entries.sort((a, b) => byCodeUnits(b.at, a.at));
}

/**
 * Whoever codes blind in the project codes blind in what is restored of it, though it be older than that. Throws `blind` for a
 * backup older than the coder.
 */
function keepBlind(store: Store, ports: Ports, { id, name }: BlindCoder): void {
  if (store.row(coderTable, id) === null) throw new VerbatimError('blind', { name });
  if (store.get(blindingQueries.stateOf, id)?.act !== 'began')
    recordBlinding(store, ports, { coder: id, act: 'began', reason: '' });
  store.keepView('coder', id);
}

/** Copies a backup to a place where nothing stands: whole, and as whoever codes blind in the project sees it, or not at all. */
function copyOut(backup: string, path: string, ports: Ports, blind: BlindCoder | undefined): void {
  if (existsSync(path)) throw new VerbatimError('project_exists', { file: basename(path) });
  const unfinished = `${path}.new`;
  try {
    discardProjectFile(unfinished);
    copyFileSync(backup, unfinished);
    if (blind) {
      const store = Store.open(unfinished, ports);
      try {
        keepBlind(store, ports, blind);
      } finally {
        store.close();
      }
    }
    renameSync(unfinished, path);
  } catch (error) {
    discardProjectFile(unfinished);
    throw isVerbatimError(error) ? error : fileError(error, path, 'file_not_found');
  }
}

export function backupsService(
  context: Context,
): Service<'backups.folder' | 'backups.list' | 'backups.move' | 'backups.restore'> {
  const where = () => {
    const folder = backupsFolder(context.ports);
    return { folder, isOwn: folder !== join(context.ports.folders.data, 'backups') };
  };
  return {
    'backups.folder': where,
    'backups.move': ({ place }) => {
      const path = place === null ? null : context.tickets.pathOf(place);
      if (place !== null && path === null) throw new VerbatimError('ticket_unknown', {});
      moveBackups(context.ports, path);
      context.broadcast({ name: 'settingsChanged', data: {} });
      return where();
    },
    'backups.list': () => {
      // Backups hold everybody's work, and say how much of it there is.
      context.openProject()?.refuseBlind();
      return list(context);
    },
    'backups.restore': ({ ticket, place }) => {
      context.openProject()?.refuseBlind();
      const backup = context.tickets.pathOf(ticket);
      if (backup === null) throw new VerbatimError('ticket_unknown', {});
      const path = placeForProject(context, place, `${readBackup(backup, null).name} (restored)`);
      const blind = blindByRing(backupFiles(context.ports)).get(basename(dirname(backup)));
      copyOut(backup, path, context.ports, blind);
      return openInPlace(context, Store.open(path, context.ports));
    },
  };
}
