import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';

/** SHA-256 of bytes or UTF-8 text, in hexadecimal. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Large values under the hash of their bytes: written once and never changed; documents and the history's images refer to them. */
export class Blobs {
  private readonly write: Statement<[string, Uint8Array]>;
  private readonly select: Statement<[string]>;

  constructor(db: Database) {
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
    const row = this.select.get(hash) as { bytes: Buffer } | undefined;
    if (!row) throw new Error(`blob ${hash} is missing`);
    return row.bytes;
  }
}
