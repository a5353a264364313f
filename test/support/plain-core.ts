import { type Core, createCore } from '../../electron/core/app.ts';
import type { Ports } from '../../electron/core/ports.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { memoryTransports } from '../../shared/contract/transport.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';

/** A core in this process and a client that speaks to it. */
export type PlainCore = {
  readonly core: Core;
  readonly client: Client;
  /** A ticket for a path. */
  readonly grant: (path: string) => string;
  /** Ends this core as a host does: the project is closed. */
  readonly close: () => Promise<void>;
};

export function startCore(ports: Ports, options: Parameters<typeof createCore>[1] = {}): PlainCore {
  const core = createCore(ports, options);
  const [near, far] = memoryTransports();
  core.dispatcher.serve(far);
  const client = createClient(near);
  return {
    core,
    client,
    grant: (path) => core.grantPath(path),
    close: async () => {
      client.close();
      await core.close();
    },
  };
}

/** The whole file behind a ticket. */
export async function fileBehind(client: Client, ticket: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset = 0, size = 1; offset < size; ) {
    const answer = await client.call('files.read', { ticket, offset, length: filePieceBytes });
    pieces.push(Buffer.from(answer.base64, 'base64'));
    offset += pieces.at(-1)!.length;
    ({ size } = answer);
  }
  return Buffer.concat(pieces);
}
