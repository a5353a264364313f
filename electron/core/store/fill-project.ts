import type { Database } from 'better-sqlite3';
import { contentHash } from './blobs.ts';
import { migrate } from './migrate.ts';
import { createEmptyFile, discardProjectFile } from './open.ts';
import type { Value } from './table.ts';

/** The rows of a project of some schema, table by table, and the bytes they refer to. */
export type ProjectRows = {
  readonly schema: number;
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
  readonly blobs: Iterable<Uint8Array>;
  /** Identifier and time of the one step its history begins with. */
  readonly step: { readonly id: string; readonly at: string };
  /** What is more to be written, before any of it is committed. */
  readonly extra?: (db: Database) => void;
};

/** Thrown for rows no project of that schema can hold. */
export class RowsRefused extends Error {}

/** Tables that are no rows of a project's content. */
const ownTables = new Set(['blob', 'change', 'change_set', 'view_state']);

/**
 * Makes a project file of rows as they were in one of an earlier or this schema, and brings it to this one. Leaves no file
 * where it fails. Throws RowsRefused, and what making a project file throws.
 */
export function fillProjectFile(path: string, rows: ProjectRows): void {
  const db = createEmptyFile(path);
  try {
    migrate(db, 0, rows.schema);
    db.exec('BEGIN IMMEDIATE');
    db.pragma('defer_foreign_keys = ON');
    const put = db.prepare('INSERT INTO blob (hash, bytes) VALUES (?, ?)');
    for (const bytes of rows.blobs) put.run(contentHash(bytes), bytes);
    for (const [table, values] of rows.tables) fillTable(db, table, values);
    db.prepare(
      "INSERT INTO change_set (revision, id, kind, command, label, at) VALUES (1, ?, 'command', 'project.create', '{}', ?)",
    ).run(rows.step.id, rows.step.at);
    rows.extra?.(db);
    if (count(db, 'SELECT count(*) FROM project') !== 1) throw new RowsRefused('project: there must be one row');
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new RowsRefused('rows refer to missing ones');
    db.exec('COMMIT');
    migrate(db, rows.schema);
    db.close();
  } catch (error) {
    db.close();
    discardProjectFile(path);
    if (error instanceof Error && /^SQLITE_(?:CONSTRAINT|MISMATCH)/.test(String((error as { code?: unknown }).code)))
      throw new RowsRefused(error.message, { cause: error });
    throw error;
  }
}

function count(db: Database, sql: string): number {
  return db.prepare(sql).pluck().get() as number;
}

function fillTable(db: Database, table: string, rows: readonly Readonly<Record<string, unknown>>[]): void {
  const known = (db.pragma(`table_info('${table.replaceAll("'", "''")}')`) as { name: string }[]).map(
    ({ name }) => name,
  );
  if (known.length === 0 || ownTables.has(table)) throw new RowsRefused(`${table}: there is no such table`);
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const foreign = columns.find((column) => !known.includes(column));
  if (foreign !== undefined) throw new RowsRefused(`${table}: there is no column ${foreign}`);
  const insert = db.prepare<Value[]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows)
    insert.run(
      ...columns.map((column) => {
        const value = row[column] ?? null;
        if (value === null || typeof value === 'string' || typeof value === 'number') return value;
        throw new RowsRefused(`${table}: ${column} holds what no column can`);
      }),
    );
}
