import type { Database } from 'better-sqlite3';
import { quotedName } from './schema-facts.ts';

/** The columns that hold words somebody wrote: text that is no key, refers to nothing, and is not of the history or an index. */
function wordColumns(db: Database): { table: string; column: string }[] {
  return db
    .prepare(
      `SELECT tables.name AS "table", columns.name AS column
         FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%' AND columns.type = 'TEXT'
          AND (columns.pk = 0 OR columns.name NOT IN ('id', 'hash', 'key'))
          AND tables.name NOT IN ('change', 'change_set', 'blob') AND columns.name NOT GLOB '*_hash' AND columns.name NOT GLOB '*_at'
          AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(tables.name) AS keys WHERE keys."from" = columns.name)`,
    )
    .all() as { table: string; column: string }[];
}

/** All the words a project file holds, stored texts and files aside, whatever tables it has. */
export class AllWords {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** Every text that stands in a table now. */
  *standing(): Generator<{ table: string; column: string; words: string }> {
    for (const { table, column } of wordColumns(this.db)) {
      const values = this.db
        .prepare(`SELECT ${quotedName(column)} FROM ${quotedName(table)} WHERE ${quotedName(column)} IS NOT NULL`)
        .pluck()
        .all() as string[];
      for (const words of values) yield { table, column, words };
    }
  }

  /** Every text of the history: images and labels, as JSON. */
  *past(): Generator<string> {
    for (const sql of [
      'SELECT before FROM change WHERE before IS NOT NULL',
      'SELECT after FROM change WHERE after IS NOT NULL',
      'SELECT label FROM change_set',
    ])
      yield* this.db.prepare(sql).pluck().iterate() as IterableIterator<string>;
  }
}
