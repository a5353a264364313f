import { copyFileSync, constants } from 'node:fs';
import { basename, join } from 'node:path';
import { isVerbatimError, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { BackupEntry } from '../../../../shared/contract/methods/backups.ts';
import { backupFiles, readBackup } from '../../store/backup.ts';
import { backupsFolder, moveBackups } from '../../store/backups-folder.ts';
import { fileError } from '../../store/file-errors.ts';
import { Store } from '../../store/store.ts';
import type { Context, Service } from '../project/context.ts';
import { openInPlace } from '../project/open-in-place.ts';
import { placeForProject } from '../project/project-place.ts';

function list({ ports, tickets }: Context): BackupEntry[] {
  const entries = backupFiles(ports).flatMap((file): BackupEntry[] => {
    try {
      return [{ ticket: tickets.grantPath(file.path), at: file.at, reason: file.reason, ...readBackup(file.path) }];
    } catch (error) {
      if (isVerbatimError(error)) return [];
      throw error;
    }
  });
  return entries.sort((a, b) => (a.at < b.at ? 1 : -1));
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
      const path = placeForProject(context, place, `${readBackup(backup).name} (restored)`);
      try {
        copyFileSync(backup, path, constants.COPYFILE_EXCL);
      } catch (error) {
        if ((error as { code?: string }).code === 'EEXIST')
          throw new VerbatimError('project_exists', { file: basename(path) });
        throw fileError(error, path, 'file_not_found');
      }
      return openInPlace(context, Store.open(path, context.ports));
    },
  };
}
