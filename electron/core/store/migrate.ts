import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { resourceFolder } from '../resources.ts';

export type Migration = { readonly version: number; readonly sql: string };

let known: readonly Migration[] | null = null;

/** All migrations, in order: dense numbers from 1, one file each. */
function migrations(): readonly Migration[] {
  if (known) return known;
  const folder = resourceFolder('migrations');
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  known = files.map((name, place) => {
    const version = Number(name.slice(0, 4));
    if (version !== place + 1) throw new Error(`migrations must be dense: ${name} stands at place ${place + 1}`);
    return { version, sql: readFileSync(join(folder, name), 'utf8') };
  });
  return known;
}

/** The schema this program writes. */
export function newestSchema(): number {
  return migrations().length;
}

/** Brings a database to the newest schema (or to the one named), each step in one transaction with its `user_version`. */
export function migrate(db: Database, from: number, to = newestSchema()): void {
  for (const { version, sql } of migrations().slice(from, to)) {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}
