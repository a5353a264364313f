import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { decryptedBytes, encryptedPieces, isEncryptedFile } from '../../export/encrypted-file.ts';
import { writeWhole } from '../../export/write-whole.ts';
import { removeBackups } from '../../store/backup.ts';
import { fileHead } from '../../store/header.ts';
import { discardProjectFile } from '../../store/open.ts';
import { isOpenHere } from '../../store/open-files.ts';
import type { Context } from '../project/context.ts';

/** Ending of a project that a passphrase opens. */
export const lockedEnding = '.vbtx';

/** Where a project lies once it is locked, and the other way round. */
const lockedPath = (path: string): string => `${path.replace(/\.vbt$/i, '')}${lockedEnding}`;
export const unlockedPath = (path: string): string => `${path.replace(/\.vbtx$/i, '')}.vbt`;

/** Throws `passphrase_needed` for a file that is locked. */
export function refuseLocked(path: string): void {
  // It is open already, so it is not locked; reading it would let go of its lock.
  if (isOpenHere(path)) return;
  let head: Buffer;
  try {
    head = fileHead(path, 16);
  } catch {
    // What cannot be read is told by whoever opens it.
    return;
  }
  if (isEncryptedFile(head)) throw new VerbatimError('passphrase_needed', { file: basename(path) });
}

/**
 * Puts the locked file in the place of the open project, then its backups go. Whatever fails before the locked file has been
 * read back leaves the project as it was, and open.
 */
export async function lockProject(
  context: Context,
  passphrase: string,
  replace: boolean,
): Promise<{ file: string; backups: number }> {
  const project = context.project();
  // It holds everybody's work, and takes it from whoever else opens the file.
  project.refuseBlind();
  const { path, readOnly } = project.store;
  const target = lockedPath(path);
  const file = basename(target);
  if (readOnly) throw new VerbatimError('folder_read_only', { file: basename(path) });
  if (existsSync(target) && !replace) throw new VerbatimError('project_exists', { file });
  const { revision } = project.store;
  const bytes = Buffer.from(project.store.wholeBytes());
  writeWhole(target, Buffer.concat(await encryptedPieces(bytes, passphrase)));
  const isWhole = bytes.equals(await decryptedBytes(readFileSync(target), passphrase));
  // Something may have been changed while it was encrypted.
  if (!isWhole || context.openProject() !== project || project.store.revision !== revision) {
    rmSync(target, { force: true });
    throw new VerbatimError('encrypted_damaged', { file });
  }
  const { id } = project.summary();
  context.recent.move(path, target);
  context.switchTo(null);
  discardProjectFile(path);
  return { file, backups: removeBackups(context.ports, id) };
}
