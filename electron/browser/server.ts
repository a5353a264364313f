import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { messageLimit } from '../../shared/contract/message.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { nonceMark, securityHeaders } from '../../shared/hosts/content-policy.ts';
import type { RendererFile } from '../core/renderer-files.ts';
import { type Claims, refusal, upgradeRefusal } from './headers.ts';
import { closeCodes, createSessions } from './session.ts';
import { websocketTransport } from './websocket-transport.ts';

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

/** Largest body of POST /session, in bytes. */
const bodyLimit = 4096;

/** Listens on 127.0.0.1 only. Rejects if the port is taken. */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const sessions = createSessions(() => randomBytes(32).toString('base64url'), options.lastingSecret);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimit,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('verbatim') ? 'verbatim' : false),
  });
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 10_000 });
  let held: { readonly session: string; readonly socket: WebSocket } | null = null;
  let address = '';

  function answer(response: ServerResponse, status: number, type: string, body: string | Buffer, nonce = ''): void {
    response.writeHead(status, {
      ...securityHeaders(nonce, `ws://${address}`),
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(response.req.method === 'HEAD' ? undefined : body);
  }
  const refuse = (response: ServerResponse, status: number): void => {
    // What is left of the request is not read: the connection ends with the answer.
    response.setHeader('Connection', 'close');
    answer(response, status, 'text/plain; charset=utf-8', `${status}\n`);
  };

  function sendFile(response: ServerResponse, path: string): void {
    const file = options.files.get(path);
    if (!file) {
      refuse(response, 404);
      return;
    }
    if (path !== '/') {
      answer(response, 200, file.type, file.bytes);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    answer(response, 200, file.type, file.bytes.toString('utf8').replaceAll(nonceMark, nonce), nonce);
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      refuse(response, 403);
      return;
    }
    const body = await readBody(request, bodyLimit);
    if (body === null) {
      refuse(response, 413);
      return;
    }
    const token = tokenOf(body);
    const session = token === null ? null : sessions.redeem(token);
    if (session === null) refuse(response, 403);
    else answer(response, 200, 'application/json; charset=utf-8', JSON.stringify({ session }));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = refusal(claimsOf(request), address);
    const path = (request.url ?? '').split('?', 1)[0]!;
    if (status !== null) refuse(response, status);
    else if (request.method === 'GET' || request.method === 'HEAD') sendFile(response, path);
    else if (request.method === 'POST' && path === '/session') await openSession(request, response);
    else refuse(response, request.method === 'POST' ? 404 : 405);
  }

  function connect(socket: WebSocket, session: string, takeover: boolean): void {
    const admission = sessions.admit(session, takeover);
    if (admission === 'unknown') socket.close(closeCodes.invalid, 'session unknown');
    if (admission === 'in_use') socket.close(closeCodes.elsewhere, 'open in another window');
    if (admission !== 'admitted') {
      socket.on('error', () => socket.terminate());
      return;
    }
    const earlier = held;
    const place = { session, socket };
    held = place;
    earlier?.socket.close(closeCodes.elsewhere, 'continued in another window');
    socket.once('close', () => {
      if (held !== place) return;
      held = null;
      sessions.release(session);
    });
    options.serve(websocketTransport(socket));
  }

  server.on('request', (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const session = offered[1];
    const status = upgradeRefusal(claimsOf(request), address) ?? (request.url === '/socket' ? null : 404);
    if (status !== null || offered[0] !== 'verbatim' || !session || !/^[\w-]{20,128}$/.test(session)) {
      stream.end(`HTTP/1.1 ${status ?? 403} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => connect(socket, session, offered[2] === 'takeover'));
  });
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
      for (const socket of sockets.clients) socket.close(1001, 'Verbatim has ended');
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => {
          for (const socket of sockets.clients) socket.terminate();
          server.closeAllConnections();
        }, 500).unref();
      });
    },
  };
}

function claimsOf(request: IncomingMessage): Claims {
  const site = request.headers['sec-fetch-site'];
  return {
    method: request.method ?? '',
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: Array.isArray(site) ? site.join() : site,
  };
}

/** The body as text; null if it is larger than the limit. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function tokenOf(body: string): string | null {
  try {
    const value = JSON.parse(body) as unknown;
    if (typeof value !== 'object' || value === null || !('token' in value)) return null;
    return typeof value.token === 'string' ? value.token : null;
  } catch {
    return null;
  }
}
