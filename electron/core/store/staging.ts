import type { Database, Statement } from 'better-sqlite3';
import { contentHash } from './blobs.ts';
import { storeError } from './file-errors.ts';

/** What stands ready of one file: the hashes of its original and its text, and the rest as JSON. */
export type Staged = { readonly original: string; readonly text: string; readonly rest: string };

let stagings = 0;

/**
 * Where a long import lays down what it has read, file by file, before one transaction takes it all over. It lies in SQLite's own
 * temporary file beside the project, not in memory and not in the project: what is left there, by a cancel or a crash, is gone with it.
 */
export class Staging {
  private readonly db: Database;
  private readonly path: string;
  private readonly id = ++stagings;
  private readonly insertBlob: Statement<[number, string, Uint8Array]>;
  private readonly insertFile: Statement<[number, string, string, string]>;

  constructor(db: Database, path: string) {
    this.db = db;
    this.path = path;
    db.exec(
      `CREATE TEMP TABLE IF NOT EXISTS staged_blob (staging INTEGER NOT NULL, hash TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (staging, hash));
       CREATE TEMP TABLE IF NOT EXISTS staged_file (id INTEGER PRIMARY KEY, staging INTEGER NOT NULL, original TEXT NOT NULL, text TEXT NOT NULL, rest TEXT NOT NULL)`,
    );
    this.insertBlob = db.prepare('INSERT INTO temp.staged_blob VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.insertFile = db.prepare('INSERT INTO temp.staged_file (staging, original, text, rest) VALUES (?, ?, ?, ?)');
  }

  /** Throws `disk_full`. */
  add(original: Uint8Array, text: Uint8Array, rest: string): void {
    try {
      const hashes = [original, text].map((bytes) => {
        const hash = contentHash(bytes);
        this.insertBlob.run(this.id, hash, bytes);
        return hash;
      });
      this.insertFile.run(this.id, hashes[0]!, hashes[1]!, rest);
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }

  /** The files in order, one at a time, each with its bytes put into the project; within the transaction that takes them over. */
  *take(): Generator<Staged & { readonly bytes: Buffer }> {
    const after = this.db.prepare(
      'SELECT id, original, text, rest FROM temp.staged_file WHERE staging = ? AND id > ? ORDER BY id LIMIT 1',
    );
    const move = this.db.prepare(
      'INSERT INTO main.blob (hash, bytes) SELECT hash, bytes FROM temp.staged_blob WHERE staging = ? AND hash = ? ON CONFLICT DO NOTHING',
    );
    const bytesOf = this.db.prepare('SELECT bytes FROM temp.staged_blob WHERE staging = ? AND hash = ?');
    for (let last = 0; ; ) {
      const file = after.get(this.id, last) as (Staged & { id: number }) | undefined;
      if (file === undefined) return;
      last = file.id;
      for (const hash of new Set([file.original, file.text])) move.run(this.id, hash);
      yield { ...file, bytes: (bytesOf.get(this.id, file.text) as { bytes: Buffer }).bytes };
    }
  }

  /** Forgets what was laid down. */
  end(): void {
    if (!this.db.open) return;
    this.db.prepare('DELETE FROM temp.staged_file WHERE staging = ?').run(this.id);
    this.db.prepare('DELETE FROM temp.staged_blob WHERE staging = ?').run(this.id);
  }
}
