import Database from 'better-sqlite3';
import { FormatError } from '../unreadable.ts';

/** A database another program wrote, read from a copy in memory: its file, and whatever lies beside it, is never touched. */
export type ForeignDatabase = {
  /** Whether every one of these is an ordinary table (no view, nothing virtual) with these columns. */
  has(table: string, columns: readonly string[]): boolean;
  /** Rows of a table asked for with `has`; columns that are not there are null. */
  rows<Column extends string>(table: string, columns: readonly Column[], order: string): ForeignRow<Column>[];
  /** Rows of an ordinary table; 0 where there is none of the name. */
  count(table: string): number;
  close(): void;
};
export type ForeignRow<Column extends string> = Readonly<Record<Column, string | number | null>>;

/** Throws FormatError (`database`) for bytes SQLite cannot read. */
export function openForeign(bytes: Uint8Array): ForeignDatabase {
  const copy = Buffer.from(bytes);
  // A copy in memory has no write-ahead log: the header must not ask for one.
  if (copy[18] === 2) copy[18] = 1;
  if (copy[19] === 2) copy[19] = 1;
  const db = guarded(() => new Database(copy));
  guarded(() => {
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = OFF');
  });
  const columnsOf = (table: string): Set<string> =>
    new Set(
      guarded(() => {
        const made = db.prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) as
          | { sql: string | null }
          | undefined;
        if (made === undefined || !/^\s*CREATE\s+TABLE\b/i.test(made.sql ?? '')) return [];
        // Column type 0 is an ordinary one; generated and hidden ones are left alone.
        return (db.pragma(`table_xinfo(${quoted(table)})`) as { name: string; hidden: number }[]).flatMap(
          ({ name, hidden }) => (hidden === 0 ? [name] : []),
        );
      }),
    );
  return {
    has: (table, columns) => {
      const there = columnsOf(table);
      return there.size > 0 && columns.every((column) => there.has(column));
    },
    rows: (table, columns, order) => {
      const there = columnsOf(table);
      if (there.size === 0) return [];
      const list = columns.map((column) => (there.has(column) ? quoted(column) : `NULL AS ${quoted(column)}`));
      return guarded(
        () =>
          db.prepare(`SELECT ${list.join(', ')} FROM ${quoted(table)} ORDER BY ${order}`).all() as ForeignRow<
            (typeof columns)[number]
          >[],
      ).map((row) => plainRow(row));
    },
    count: (table) =>
      columnsOf(table).size === 0
        ? 0
        : guarded(() => (db.prepare(`SELECT count(*) AS rows FROM ${quoted(table)}`).get() as { rows: number }).rows),
    close: () => db.close(),
  };
}

/** Bytes where text is expected say nothing. */
function plainRow<Column extends string>(row: ForeignRow<Column>): ForeignRow<Column> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'number' || typeof value === 'string' ? value : null,
    ]),
  ) as ForeignRow<Column>;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function guarded<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new FormatError('database', { cause });
  }
}
