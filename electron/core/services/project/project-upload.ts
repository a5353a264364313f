import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { checkProjectBytes } from '../../store/check-bytes.ts';
import { fileError } from '../../store/file-errors.ts';
import { isOpenHere } from '../../store/open-files.ts';
import type { Context } from './context.ts';
import { placeForProject, projectFileName, projectsFolder } from './project-place.ts';

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return !isOpenHere(path) && statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Writes the whole of a new file and waits until the disk has it; a file that cannot be written whole is not left behind. */
function writeWhole(path: string, bytes: Uint8Array): void {
  let isMade = false;
  try {
    // `wx`: never writes over a file, whoever made it and when.
    const handle = openSync(path, 'wx', 0o600);
    isMade = true;
    try {
      for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (isMade) rmSync(path, { force: true });
    if ((error as { code?: string }).code === 'EEXIST')
      throw new VerbatimError('project_exists', { file: basename(path) });
    throw fileError(error, path, 'file_not_found');
  }
}

/**
 * Puts an uploaded project into the projects folder and answers its path: under its own name if that is free or the file
 * there is the same to the byte, else "NAME 2.vbt" … Throws `project_foreign`, `project_damaged`, `project_newer` before
 * anything is written; `folder_read_only`, `disk_full`. With a place the host has granted it goes there.
 */
export function storeUploadedProject(
  context: Context,
  { name, bytes }: { name: string; bytes: Uint8Array },
  place?: string,
): string {
  checkProjectBytes(bytes, name);
  if (place !== undefined) {
    const chosen = placeForProject(context, place, name);
    writeWhole(chosen, bytes);
    return chosen;
  }
  const stem = name.replace(/\.vbt$/i, '');
  const standing = join(projectsFolder(context), projectFileName(stem));
  if (holds(standing, bytes)) return standing;
  const path = placeForProject(context, undefined, stem);
  writeWhole(path, bytes);
  return path;
}
