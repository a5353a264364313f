import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { storeError } from './file-errors.ts';
import { references } from './schema-facts.ts';

/** SHA-256 of bytes or UTF-8 text, in hexadecimal. */
export function contentHash(content: Uint8Array | string): string {
  return hash('sha256', content);
}

/** Large values under the hash of their bytes: written once and never changed; documents and the history's images refer to them. */
export class Blobs {
  private readonly write: Statement<[string, Uint8Array]>;
  private readonly select: Statement<[string]>;
  private readonly remove: Statement<[{ hash: string }]>;
  private readonly db: Database;
  private readonly path: string;

  constructor(db: Database, path: string) {
    this.db = db;
    this.path = path;
    this.write = db.prepare('INSERT INTO blob (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.select = db.prepare('SELECT bytes FROM blob WHERE hash = ?');
    const unreferenced = references(db, 'blob').map(
      ({ table, column }) => `AND NOT EXISTS (SELECT 1 FROM main.${table} WHERE ${column} = :hash)`,
    );
    this.remove = db.prepare(`DELETE FROM blob WHERE hash = :hash ${unreferenced.join(' ')}`);
  }

  /** Every column that refers to a blob. */
  columns(): { table: string; column: string }[] {
    return references(this.db, 'blob');
  }

  put(bytes: Uint8Array): string {
    const hash = contentHash(bytes);
    this.write.run(hash, bytes);
    return hash;
  }

  /** The bytes under a hash, or null. */
  find(hash: string): Buffer | null {
    return this.read(hash)?.bytes ?? null;
  }

  /** Deletes bytes no row refers to any more; those still referred to stay. */
  collect(hash: string): void {
    this.remove.run({ hash });
  }

  /** The bytes under a hash. Throws `project_damaged` when they are not there: the caller holds a foreign key. */
  get(hash: string): Buffer {
    const bytes = this.find(hash);
    if (!bytes)
      throw new VerbatimError('project_damaged', { file: basename(this.path), detail: `blob ${hash} is missing` });
    return bytes;
  }

  private read(hash: string): { bytes: Buffer } | undefined {
    try {
      return this.select.get(hash) as { bytes: Buffer } | undefined;
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }
}
