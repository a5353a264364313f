import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { filePieceBytes } from '../../../../shared/contract/methods/files.ts';
import { fileError } from '../../store/file-errors.ts';
import { isOpenHere } from '../../store/open-files.ts';
import { type Tickets, uploadLimit } from '../../tickets.ts';
import type { Context, Service } from '../project/context.ts';

/** The name and bytes behind a ticket, whether uploaded or granted as a path. Throws `ticket_unknown`, `file_not_found`, `file_unreadable`, `file_too_large`. */
export function readTicket(tickets: Tickets, ticket: string): { name: string; bytes: Uint8Array } {
  const path = tickets.pathOf(ticket);
  if (path === null) return tickets.bytesOf(ticket);
  const name = basename(path);
  if (isOpenHere(path)) throw new VerbatimError('file_unreadable', { file: name });
  try {
    const { size } = statSync(path);
    if (size > uploadLimit) throw new VerbatimError('file_too_large', { file: name, size, limit: uploadLimit });
    return { name, bytes: readFileSync(path) };
  } catch (error) {
    if ((error as { code?: string }).code === 'EISDIR') throw new VerbatimError('file_unreadable', { file: name });
    throw fileError(error, path, 'file_not_found');
  }
}

export function filesService({
  tickets,
}: Context): Service<'files.begin' | 'files.append' | 'files.read' | 'files.discard'> {
  return {
    'files.begin': ({ name, size }) => ({ ticket: tickets.beginUpload(name, size) }),
    'files.append': ({ ticket, base64 }) => ({ received: tickets.append(ticket, Buffer.from(base64, 'base64')) }),
    'files.read': ({ ticket, offset, length }) => {
      const { name, size, bytes } = tickets.stretchOf(ticket, offset, Math.min(length, filePieceBytes));
      return { name, size, base64: Buffer.from(bytes).toString('base64') };
    },
    'files.discard': ({ ticket }) => {
      tickets.discard(ticket);
      return {};
    },
  };
}
