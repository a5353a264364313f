import { randomBytes } from 'node:crypto';
import { protocol } from 'electron';
import { isAppAddress } from '../../shared/hosts/app-address.ts';
import { nonceMark, securityHeaders } from '../../shared/hosts/content-policy.ts';
import type { RendererFile } from '../core/renderer-files.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer at app://bundle/ from the files read at start, and nothing else. */
export function serveApp(files: ReadonlyMap<string, RendererFile>): void {
  protocol.handle('app', ({ method, url }) => {
    const nonce = randomBytes(16).toString('base64');
    const headers = securityHeaders(nonce, null);
    if (method !== 'GET') return new Response(null, { status: 405, headers });
    const path = new URL(url).pathname;
    const file = isAppAddress(url) ? files.get(path) : undefined;
    if (!file) return new Response(null, { status: 404, headers });
    const body = path === '/' ? file.bytes.toString('utf8').replaceAll(nonceMark, nonce) : new Uint8Array(file.bytes);
    return new Response(body, { status: 200, headers: { ...headers, 'Content-Type': file.type } });
  });
}
