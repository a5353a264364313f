import { existsSync } from 'node:fs';
import { studyFileName } from '../../../../shared/export/file-name.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { decryptedBytes, EncryptedFileError, encryptedPieces } from '../../export/encrypted-file.ts';
import type { Context, Service } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';
import { openInPlace, openStore } from '../project/open-in-place.ts';
import { storeUploadedProject } from '../project/project-upload.ts';
import { lockedEnding, unlockedPath } from './locked-project.ts';

async function opened(name: string, bytes: Uint8Array, passphrase: string): Promise<Buffer> {
  try {
    return await decryptedBytes(bytes, passphrase);
  } catch (error) {
    if (!(error instanceof EncryptedFileError)) throw error;
    const codes = {
      foreign: 'encrypted_foreign',
      passphrase: 'passphrase_wrong',
      damaged: 'encrypted_damaged',
    } as const;
    throw new VerbatimError(codes[error.reason], { file: name }, { cause: error });
  }
}

export function encryptedCopiesService(context: Context): Service<'project.saveEncrypted' | 'project.openEncrypted'> {
  return {
    'project.saveEncrypted': async ({ passphrase }) => {
      const project = context.project();
      // The whole file holds everybody's work.
      project.refuseBlind();
      const file = `${studyFileName(project.summary())}${lockedEnding}`;
      const pieces = await encryptedPieces(project.store.wholeBytes(), passphrase);
      return { ticket: context.tickets.offer(file, pieces) };
    },

    'project.openEncrypted': async ({ ticket, passphrase, place }) => {
      const { name, bytes } = readTicket(context.tickets, ticket);
      const project = await opened(name, bytes, passphrase);
      const locked = context.tickets.pathOf(ticket);
      const beside = locked === null || existsSync(unlockedPath(locked)) ? undefined : unlockedPath(locked);
      const where = place ?? (beside === undefined ? undefined : context.tickets.grantPath(beside));
      const path = storeUploadedProject(context, { name: name.replace(/\.vbtx$/i, '.vbt'), bytes: project }, where);
      if (locked === null) context.tickets.discard(ticket);
      return openInPlace(context, openStore(context, path));
    },
  };
}
