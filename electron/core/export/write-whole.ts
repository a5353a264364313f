import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { fileError } from '../store/file-errors.ts';

/** What went wrong, naming the file; a folder that may not be written is no unreadable file. */
function writingError(error: unknown, path: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'EISDIR') return new VerbatimError('file_unreadable', { file: basename(path) });
  if (code === 'EACCES' || code === 'EPERM') return new VerbatimError('folder_read_only', { file: basename(path) });
  return fileError(error, path, 'file_not_found');
}

function writeBeside(beside: string, bytes: Uint8Array): void {
  const file = openSync(beside, 'wx', 0o644);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file whole or not at all: beside its place, to the disk, then under its name. What stood there before stays
 * until then. Throws `disk_full`, `folder_read_only`, `file_unreadable` (a folder), `file_not_found` (no such folder), naming the file.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    // A pipe or a terminal takes what is written to it; another file cannot be put in its place.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) writeFileSync(path, bytes);
    else {
      writeBeside(beside, bytes);
      renameSync(beside, path);
    }
  } catch (error) {
    rmSync(beside, { force: true });
    throw writingError(error, path);
  }
}
