import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { FolderFile } from '../../import/foreign/qualcoder.ts';
import type { ExchangeFile } from '../../import/refi/exchange-file.ts';
import { type OfferedFile, readExchange } from '../../import/refi/read-exchange.ts';
import { fileError } from '../../store/file-errors.ts';
import { breathe, type Context } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';

/** The bytes behind a ticket; of a QualCoder folder its database. Throws what `readTicket` throws. */
export function offered(context: Context, ticket: string): OfferedFile & { readonly isLogged: boolean } {
  const path = context.tickets.pathOf(ticket);
  if (path === null || !isFolder(path)) {
    const isLogged = path !== null && sizeOf(`${path}-wal`) > 0;
    return { ...readTicket(context.tickets, ticket), isLogged };
  }
  const database = join(path, 'data.qda');
  try {
    const bytes = readFileSync(database);
    const isLogged = sizeOf(`${database}-wal`) > 0;
    return { name: basename(path), bytes, folderFile: filesOf(join(path, 'documents')), isLogged };
  } catch (error) {
    throw fileError(error, path, 'file_not_found');
  }
}

/** Plain files right in a folder: a name that leads elsewhere has none. */
function filesOf(folder: string): FolderFile {
  return (name) => {
    if (name === '' || name !== basename(name) || name === '..') return null;
    try {
      const path = join(folder, name);
      return statSync(path).isFile() ? readFileSync(path) : null;
    } catch {
      return null;
    }
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** A file of another program, read but for its texts, which are read when asked for. Throws `cancelled` and what is wrong with the file. */
export async function readOffered(
  context: Context,
  ticket: string,
  call: CallContext,
): Promise<{ name: string; file: ExchangeFile }> {
  const { isLogged, ...file } = offered(context, ticket);
  let steps = 0;
  const exchanged = await readExchange(file, async () => {
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
    call.progress(++steps, steps + 1);
    if (steps % 20 === 0) await breathe();
  });
  await breathe();
  if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  const losses = isLogged
    ? [...exchanged.losses, loss('database', 'log_unread', { name: file.name })]
    : exchanged.losses;
  return { name: file.name, file: { ...exchanged, losses } };
}
