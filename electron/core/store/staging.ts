import type { Database, Statement } from 'better-sqlite3';
import { contentHash } from './blobs.ts';
import { storeError } from './file-errors.ts';
import { StagedRows } from './staged-rows.ts';
import type { Row, Table } from './table.ts';

/** What stands ready of one file: its number, the hashes of its original and its text, and the rest as JSON. */
export type Staged = { readonly id: number; readonly original: string; readonly text: string; readonly rest: string };

let stagings = 0;

/**
 * Where a long import lays down what it has read, file by file, before one transaction takes it all over: bytes, rows of one
 * table with their images, and what else is to be known. It lies in SQLite's own temporary file beside the project, not in
 * memory and not in the project: what is left there, by a cancel or a crash, is gone with it.
 */
export class Staging<R extends Row> {
  readonly rows: StagedRows<R>;
  private readonly db: Database;
  private readonly path: string;
  private readonly name = `staged_${++stagings}`;
  private readonly insertBlob: Statement<[string, Uint8Array]>;
  private readonly insertFile: Statement<[string, string, string]>;

  constructor(db: Database, path: string, table: Table<R>) {
    this.db = db;
    this.path = path;
    db.exec(
      `CREATE TEMP TABLE ${this.name}_blob (hash TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL);
       CREATE TEMP TABLE ${this.name}_file (id INTEGER PRIMARY KEY, original TEXT NOT NULL, text TEXT NOT NULL, rest TEXT NOT NULL)`,
    );
    this.rows = new StagedRows(db, table, `${this.name}_${table.name}`);
    this.insertBlob = db.prepare(`INSERT INTO temp.${this.name}_blob VALUES (?, ?) ON CONFLICT DO NOTHING`);
    this.insertFile = db.prepare(`INSERT INTO temp.${this.name}_file (original, text, rest) VALUES (?, ?, ?)`);
  }

  /** Lays down a file; `made` answers what there is of it beside its bytes, knowing their hashes. Throws `disk_full`. */
  add(
    original: Uint8Array,
    text: Uint8Array,
    made: (original: string, text: string) => { readonly rest: string; readonly rows: readonly R[] },
  ): void {
    try {
      this.db.transaction(() => {
        const [originalHash, textHash] = [original, text].map((bytes) => {
          const hash = contentHash(bytes);
          this.insertBlob.run(hash, bytes);
          return hash;
        }) as [string, string];
        const { rest, rows } = made(originalHash, textHash);
        const { lastInsertRowid } = this.insertFile.run(originalHash, textHash, rest);
        this.rows.add(Number(lastInsertRowid), rows);
      })();
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }

  /**
   * The files in order, one at a time, each with its bytes put into the project; within the transaction that takes them over.
   * The rows are put there by the change log.
   */
  *take(): Generator<Staged> {
    const after = this.db.prepare(
      `SELECT id, original, text, rest FROM temp.${this.name}_file WHERE id > ? ORDER BY id LIMIT 1`,
    );
    const move = this.db.prepare(
      `INSERT INTO main.blob (hash, bytes) SELECT hash, bytes FROM temp.${this.name}_blob WHERE hash = ? ON CONFLICT DO NOTHING`,
    );
    for (let last = 0; ; ) {
      const file = after.get(last) as Staged | undefined;
      if (file === undefined) return;
      last = file.id;
      for (const hash of new Set([file.original, file.text])) move.run(hash);
      yield file;
    }
  }

  /** Forgets what was laid down. */
  end(): void {
    if (!this.db.open) return;
    for (const table of ['blob', 'file', this.rows.table.name]) this.db.exec(`DROP TABLE temp.${this.name}_${table}`);
  }
}
