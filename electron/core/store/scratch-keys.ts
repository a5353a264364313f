import type { Database, Statement } from 'better-sqlite3';

/**
 * Keys a long import has to know of, too many to hold: what it has met, and what stands for what. They lie in SQLite's own
 * temporary file, not in the project, and are gone with the import.
 */
export class ScratchKeys {
  private readonly db: Database;
  private readonly insert: Statement<[string, string, string]>;
  private readonly select: Statement<[string, string]>;

  constructor(db: Database) {
    this.db = db;
    db.exec(
      `CREATE TEMP TABLE IF NOT EXISTS scratch_key (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
       DELETE FROM temp.scratch_key`,
    );
    this.insert = db.prepare('INSERT INTO temp.scratch_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.select = db.prepare('SELECT value FROM temp.scratch_key WHERE kind = ? AND key = ?');
  }

  /** Whether the key is new; one that is known keeps its value. */
  add(kind: string, key: string, value = ''): boolean {
    return this.insert.run(kind, key, value).changes === 1;
  }

  has(kind: string, key: string): boolean {
    return this.find(kind, key) !== undefined;
  }

  find(kind: string, key: string): string | undefined {
    return (this.select.get(kind, key) as { value: string } | undefined)?.value;
  }

  /** Forgets everything. */
  end(): void {
    if (this.db.open) this.db.exec('DELETE FROM temp.scratch_key');
  }
}
