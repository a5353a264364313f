import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
import type { Round } from '../../shared/contract/methods/rounds.ts';
import type { CoderId, DocumentId } from '../../shared/domain/ids.ts';
import { memoryTransports } from '../../shared/contract/transport.ts';
import { createCore } from '../core/app.ts';
import { createNodePorts } from '../core/node-ports.ts';
import { Misuse } from './command.ts';
import { named } from './named.ts';
import { complainOfRewrite } from './output.ts';

/** A core in this process, spoken to through the contract like any other host's. */
export type Session = {
  readonly client: Client;
  /** The ticket of a path named on the command line. */
  readonly ticket: (path: string) => string;
  /** The whole file behind a download ticket. */
  readonly fetch: (ticket: string) => Promise<Buffer>;
  /** The same piece by piece. */
  readonly pieces: (ticket: string) => AsyncGenerator<Buffer>;
};

/** Runs with a core that is closed afterwards, whatever happens. */
export async function withSession<Result>(run: (session: Session) => Promise<Result>): Promise<Result> {
  const core = createCore(createNodePorts('cli'));
  const [near, far] = memoryTransports();
  core.dispatcher.serve(far);
  const client = createClient(near);
  async function* pieces(ticket: string): AsyncGenerator<Buffer> {
    for (let offset = 0, size = 1; offset < size; ) {
      const answer = await client.call('files.read', { ticket, offset, length: filePieceBytes });
      const piece = Buffer.from(answer.base64, 'base64');
      yield piece;
      size = answer.size;
      offset += piece.length;
    }
  }
  try {
    return await run({
      client,
      ticket: (path) => {
        if (path === '') throw new Misuse('the name of a file is empty');
        return core.grantPath(resolve(path));
      },
      pieces,
      fetch: async (ticket) => {
        const all: Buffer[] = [];
        for await (const piece of pieces(ticket)) all.push(piece);
        return Buffer.concat(all);
      },
    });
  } finally {
    await core.close();
  }
}

/** The coder named by `--as` for one command line: nobody else's work is then seen, whatever the command. */
const seenAs = new AsyncLocalStorage<string>();

export function runAs<Result>(coder: string, run: () => Promise<Result>): Promise<Result> {
  return seenAs.run(coder, run);
}

/** Refuses `--as`, where what is asked for holds everybody's work and cannot be parted. */
export function refuseAs(what: string): void {
  if (seenAs.getStore() !== undefined) throw new Misuse(`--as CODER cannot be followed: ${what} hold everybody's work`);
}

/** Opens a project for the command line, as the coder named by `--as`. */
export async function openProject({ client, ticket }: Session, path: string): Promise<void> {
  const as = seenAs.getStore();
  const { rewriteDue } = await client.call('project.open', {
    ticket: ticket(path),
    ...(as === undefined ? {} : { as }),
  });
  if (rewriteDue) complainOfRewrite(path);
}

/** The same with a project open. */
export function withProject<Result>(path: string, run: (session: Session) => Promise<Result>): Promise<Result> {
  return withSession(async (session) => {
    await openProject(session, path);
    return run(session);
  });
}

/** The coders of the given names, in their order. Throws `not_found`. */
export async function codersNamed(client: Client, names: readonly string[]): Promise<{ id: CoderId; name: string }[]> {
  const coders = await client.call('coders.list', {});
  return names.map((name) => ({ id: named('coder', name, coders).id, name }));
}

/** The reliability round of a name. Throws `not_found`. */
export async function roundNamed(client: Client, name: string): Promise<Round> {
  return named('round', name, await client.call('rounds.list', {}));
}

/** The documents of the given names, in their order. Throws `not_found`. */
export async function documentsNamed(client: Client, names: readonly string[]): Promise<DocumentId[]> {
  const documents = await client.call('documents.list', {});
  return names.map((name) => named('document', name, documents).id);
}
