import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { fileNameOf } from '../../../../shared/export/file-name.ts';
import type { Context } from './context.ts';

/** The file a project of this name is kept in. */
export function projectFileName(name: string): string {
  return `${fileNameOf(name)}.vbt`;
}

/** A path in the folder that is not taken: "NAME.vbt", "NAME 2.vbt" … */
function freePath(folder: string, fileName: string): string {
  const stem = fileName.replace(/\.vbt$/, '');
  let path = join(folder, fileName);
  for (let number = 2; existsSync(path); number++) path = join(folder, `${stem} ${number}.vbt`);
  return path;
}

/** Where a new project goes: the place the user chose, else a free name in the projects folder. Throws `ticket_unknown`, `folder_read_only`. */
export function placeForProject(context: Context, place: string | undefined, name: string): string {
  if (place !== undefined) {
    const path = context.tickets.pathOf(place);
    if (path === null) throw new VerbatimError('ticket_unknown', {});
    return path.toLowerCase().endsWith('.vbt') ? path : `${path}.vbt`;
  }
  return freePath(projectsFolder(context), projectFileName(name));
}

/** The projects folder, made where it is not there yet. Throws `folder_read_only`. */
export function projectsFolder({ ports }: Context): string {
  const folder = ports.folders.projects;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new VerbatimError('folder_read_only', { file: basename(folder) }, { cause: error });
  }
  return folder;
}
