import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { type Container, openContainer } from '../../import/container.ts';
import { DamageError, FormatError } from '../../import/unreadable.ts';
import { contentHash } from '../../store/blobs.ts';
import { newestSchema } from '../../store/migrate.ts';
import { type Manifest, manifest, manifestPath } from './manifest.ts';

type Rows = Map<string, Readonly<Record<string, unknown>>[]>;
export type ReadArchive = { readonly manifest: Manifest; readonly tables: Rows; readonly blobs: readonly Uint8Array[] };

/** Archives hold recordings and many texts. */
const limits = { entries: 200_000, entryBytes: 2 ** 30, totalBytes: 2 ** 34 } as const;

/**
 * Reads an archive whole and holds every file to its checksum. Throws `archive_damaged` (which file, and what is wrong
 * with it), `archive_foreign` for a file that is none, `project_newer`.
 */
export async function readArchive(name: string, bytes: Uint8Array, step: () => Promise<void>): Promise<ReadArchive> {
  const container = await opened(name, bytes);
  const head = await manifestOf(name, container);
  if (head.schema > newestSchema())
    throw new VerbatimError('project_newer', { file: name, fileSchema: head.schema, appSchema: newestSchema() });
  const tables: Rows = new Map();
  const blobs: Uint8Array[] = [];
  for (const { path, sha256 } of head.files) {
    const content = await contentOf(name, container, path);
    if (contentHash(content) !== sha256) throw damaged(name, path, 'checksum');
    const table = /^tables\/(\w+)\.jsonl$/.exec(path)?.[1];
    if (table !== undefined) tables.set(table, rowsOf(name, path, content));
    else if (path.startsWith('blobs/')) blobs.push(content);
    await step();
  }
  return { manifest: head, tables, blobs };
}

function damaged(file: string, entry: string, reason: 'missing' | 'checksum' | 'rows'): VerbatimError {
  return new VerbatimError('archive_damaged', { file, entry, reason });
}

async function opened(name: string, bytes: Uint8Array): Promise<Container> {
  try {
    return await openContainer(bytes, limits);
  } catch (error) {
    if (error instanceof DamageError || error instanceof FormatError)
      throw new VerbatimError('archive_foreign', { file: name }, { cause: error });
    throw error;
  }
}

async function contentOf(name: string, container: Container, path: string): Promise<Buffer> {
  if (!container.names.has(path)) throw damaged(name, path, 'missing');
  try {
    return await container.whole(path);
  } catch (error) {
    if (error instanceof DamageError || error instanceof FormatError) throw damaged(name, path, 'checksum');
    throw error;
  }
}

async function manifestOf(name: string, container: Container): Promise<Manifest> {
  if (!container.names.has(manifestPath)) throw new VerbatimError('archive_foreign', { file: name });
  const parsed = manifest.safeParse(json((await contentOf(name, container, manifestPath)).toString('utf8')));
  if (!parsed.success) throw new VerbatimError('archive_foreign', { file: name });
  return parsed.data;
}

function rowsOf(name: string, path: string, content: Buffer): Readonly<Record<string, unknown>>[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = json(line);
      if (typeof row !== 'object' || row === null || Array.isArray(row)) throw damaged(name, path, 'rows');
      return row as Record<string, unknown>;
    });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
