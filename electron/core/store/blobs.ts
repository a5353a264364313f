import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { storeError } from './file-errors.ts';

/** SHA-256 of bytes or UTF-8 text, in hexadecimal. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Large values under the hash of their bytes: written once and never changed; documents and the history's images refer to them. */
export class Blobs {
  private readonly write: Statement<[string, Uint8Array]>;
  private readonly select: Statement<[string]>;
  private readonly db: Database;
  private readonly path: string;

  constructor(db: Database, path: string) {
    this.db = db;
    this.path = path;
    this.write = db.prepare('INSERT INTO blob (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.select = db.prepare('SELECT bytes FROM blob WHERE hash = ?');
  }

  put(bytes: Uint8Array): string {
    const hash = contentHash(bytes);
    this.write.run(hash, bytes);
    return hash;
  }

  /** The bytes under a hash. Throws when they are not there: the caller holds a foreign key. */
  get(hash: string): Buffer {
    const row = this.read(hash);
    if (!row) throw new Error(`blob ${hash} is missing`);
    return row.bytes;
  }

  private read(hash: string): { bytes: Buffer } | undefined {
    try {
      return this.select.get(hash) as { bytes: Buffer } | undefined;
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }
}
