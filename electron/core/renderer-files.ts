import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentType } from '../../shared/hosts/content-policy.ts';

export type RendererFile = { readonly type: string; readonly bytes: Buffer };

/**
 * Every file of the built renderer by the address it is served at (`/`, `/assets/…`), read once: hosts answer from
 * this list and never join a path with what a request says. Source maps and files of unknown kind are left out.
 * Throws if the folder is missing.
 */
export function readRendererFiles(folder: string): ReadonlyMap<string, RendererFile> {
  const files = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = contentType(entry.name);
    if (!entry.isFile() || type === null || entry.name.endsWith('.map')) continue;
    const path = join(entry.parentPath, entry.name);
    const address = path.slice(folder.length).replaceAll('\\', '/');
    files.set(address === '/index.html' ? '/' : address, { type, bytes: readFileSync(path) });
  }
  return files;
}
