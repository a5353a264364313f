import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { VerbatimError } from '../../shared/contract/errors.ts';
import { isEncryptedFile } from '../core/export/encrypted-file.ts';
import { writeWhole, writeWholePieces } from '../core/export/write-whole.ts';
import { isProjectHeader } from '../core/store/header.ts';

/** Whether a project, open or locked, stands there. */
function holdsProject(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const head = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return isProjectHeader(head) || isEncryptedFile(head);
}

function refuseProject(path: string): void {
  if (holdsProject(path)) throw new VerbatimError('project_exists', { file: basename(path) });
}

/**
 * Puts what a command made into the file named by its `-o`, whole or not at all, or on the standard output. What stood
 * in that file before gives way, unless it is a project: `project_exists`.
 */
export function writeOutput(output: string | undefined, bytes: Uint8Array): void {
  if (output === undefined) {
    process.stdout.write(bytes);
    return;
  }
  refuseProject(output);
  writeWhole(output, bytes);
}

/** The same of what comes in pieces; answers its size. */
export async function writeOutputPieces(
  output: string | undefined,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  if (output !== undefined) {
    refuseProject(output);
    return writeWholePieces(output, pieces);
  }
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return size;
}

/** Puts it into a file that is not there yet and that only its owner reads. Throws `project_exists` where one is. */
export function writeNewOutput(output: string, bytes: Uint8Array): void {
  if (existsSync(output)) throw new VerbatimError('project_exists', { file: basename(output) });
  writeWhole(output, bytes, 0o600);
}
