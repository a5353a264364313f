import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Transport } from '../../shared/contract/transport.ts';
import type { RendererFile } from '../core/renderer-files.ts';
import { PageRequests } from './page-requests.ts';
import { PageSockets } from './page-sockets.ts';
import { createSessions } from './session.ts';

export type BrowserServerOptions = {
  /** The built renderer; empty while developing, when another server gives the page. */
  readonly files: ReadonlyMap<string, RendererFile>;
  /** 0 for a free port. */
  readonly port: number;
  /** Serves the contract to the page that holds the place. */
  readonly serve: (transport: Transport) => void;
  /** While developing: a secret that stays good over restarts of the core, as link and as session. */
  readonly lastingSecret?: string | undefined;
};

export type BrowserServer = {
  /** `127.0.0.1:PORT`, the only Host that is served. */
  readonly address: string;
  /** A link that opens the app once. */
  freshLink(): string;
  close(): Promise<void>;
};

/** How long, in milliseconds, pages have to end their connections by themselves. */
const farewell = 500;

/** Listens on 127.0.0.1 only. Rejects if the port is taken. */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const sessions = createSessions(() => randomBytes(32).toString('base64url'), options.lastingSecret);
  const requests = new PageRequests(options.files, sessions);
  const sockets = new PageSockets(sessions, options.serve);
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 10_000 });
  let address = '';

  server.on('request', (request, response) => {
    requests.handle(request, response, address).catch(() => response.destroy());
  });
  server.on('upgrade', (request, stream, head: Buffer) => sockets.upgrade(request, stream, head, address));
  server.on('clientError', (_error, stream) => stream.destroy());

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    address,
    freshLink: () => `http://${address}/#token=${sessions.issueToken()}`,
    close: async () => {
      sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => {
          sockets.terminate();
          server.closeAllConnections();
        }, farewell).unref();
      });
    },
  };
}
