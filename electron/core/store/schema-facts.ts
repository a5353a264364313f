import type { Database } from 'better-sqlite3';

/** A name as SQL takes it literally. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Every column that refers to a table, by the schema itself. */
export function references(db: Database, target: string): { table: string; column: string }[] {
  return db
    .prepare(
      `SELECT tables.name AS "table", keys."from" AS column
         FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table' AND keys."table" = ?`,
    )
    .all(target) as { table: string; column: string }[];
}
