import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { fileError } from '../store/file-errors.ts';

/** What went wrong, naming the file; a folder that may not be written is no unreadable file. */
function writingError(error: unknown, path: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'EISDIR') return new VerbatimError('project_exists', { file: basename(path) });
  if (code === 'EACCES' || code === 'EPERM') return new VerbatimError('folder_read_only', { file: basename(path) });
  return fileError(error, path, 'folder_not_found');
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
}

/** A pipe or a terminal takes what is written to it; another file cannot be put in its place. */
function takesOnly(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

/**
 * Writes a file whole or not at all: beside its place, to the disk, then under its name. What stood there before stays
 * until then. Throws `disk_full`, `folder_read_only`, `project_exists` (a folder), `folder_not_found`, naming the file.
 */
export function writeWhole(path: string, bytes: Uint8Array, mode = 0o644): void {
  const beside = besideOf(path);
  try {
    if (takesOnly(path)) {
      writeFileSync(path, bytes);
      return;
    }
    const file = openSync(beside, 'wx', mode);
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw writingError(error, path);
  }
}

/** The same of a file that comes in pieces; answers its size. Throws also what the pieces throw. */
export async function writeWholePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const beside = besideOf(path);
  let size = 0;
  const opened = (): number => {
    try {
      return takesOnly(path) ? openSync(path, 'w') : openSync(beside, 'wx', 0o644);
    } catch (error) {
      throw writingError(error, path);
    }
  };
  const file = opened();
  try {
    for await (const piece of pieces) {
      size += piece.length;
      writeAll(file, piece);
    }
    if (!takesOnly(path)) fsyncSync(file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw writingError(error, path);
  } finally {
    closeSync(file);
  }
  if (!takesOnly(path)) renameSync(beside, path);
  return size;
}
