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
  const read = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const address = `${below}/${entry.name}`;
      const type = contentType(entry.name);
      if (entry.isDirectory()) read(address);
      else if (type !== null && !entry.name.endsWith('.map')) {
        const bytes = readFileSync(join(folder, address));
        files.set(address === '/index.html' ? '/' : address, { type, bytes });
      }
    }
  };
  read('');
  return files;
}
