import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nonceMark, securityHeaders } from '../../shared/hosts/content-policy.ts';
import type { RendererFile } from '../core/renderer-files.ts';
import { claimsOf, refusal } from './headers.ts';
import type { Sessions } from './session.ts';

/** Largest body of POST /session, in bytes. */
const bodyLimit = 4096;

function answer(
  response: ServerResponse,
  address: string,
  { status, type, body, nonce = '' }: { status: number; type: string; body: string | Buffer; nonce?: string },
): void {
  response.writeHead(status, {
    ...securityHeaders(nonce, `ws://${address}`),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function refuse(response: ServerResponse, address: string, status: number): void {
  // What is left of the request is not read: the connection ends with the answer.
  response.setHeader('Connection', 'close');
  answer(response, address, { status, type: 'text/plain; charset=utf-8', body: `${status}\n` });
}

/** Answers the page's requests: its files by GET and HEAD, a session for a link's token by POST. */
export class PageRequests {
  private readonly files: ReadonlyMap<string, RendererFile>;
  private readonly sessions: Sessions;

  constructor(files: ReadonlyMap<string, RendererFile>, sessions: Sessions) {
    this.files = files;
    this.sessions = sessions;
  }

  /** `address`: the only Host that is served. Rejects if the request breaks off. */
  async handle(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const status = refusal(claimsOf(request), address);
    const path = (request.url ?? '').split('?', 1)[0]!;
    if (status !== null) refuse(response, address, status);
    else if (request.method === 'GET' || request.method === 'HEAD') this.sendFile(response, address, path);
    else if (request.method === 'POST' && path === '/session') await this.openSession(request, response, address);
    else refuse(response, address, request.method === 'POST' ? 404 : 405);
  }

  private sendFile(response: ServerResponse, address: string, path: string): void {
    const file = this.files.get(path);
    if (!file) {
      refuse(response, address, 404);
      return;
    }
    if (path !== '/') {
      answer(response, address, { status: 200, type: file.type, body: file.bytes });
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    const body = file.bytes.toString('utf8').replaceAll(nonceMark, nonce);
    answer(response, address, { status: 200, type: file.type, body, nonce });
  }

  private async openSession(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      refuse(response, address, 403);
      return;
    }
    const body = await readBody(request, bodyLimit);
    if (body === null) {
      refuse(response, address, 413);
      return;
    }
    const token = tokenOf(body);
    const session = token === null ? null : this.sessions.redeem(token);
    if (session === null) {
      refuse(response, address, 403);
      return;
    }
    const type = 'application/json; charset=utf-8';
    answer(response, address, { status: 200, type, body: JSON.stringify({ session }) });
  }
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
