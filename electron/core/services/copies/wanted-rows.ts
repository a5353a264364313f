import type { z } from 'zod';
import type { ChangeLog } from '../../store/change-log.ts';
import { keyText } from '../../store/row-images.ts';
import type { Uniques } from './unique-columns.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Store } from '../../store/store.ts';
import type { Row, Table } from '../../store/table.ts';

/** What a merge is going to make of the rows here: those that become others, come (a row) or go (null). */
export class WantedRows {
  private readonly store: Store;
  private readonly wanted = new Map<string, Map<string, Row | null>>();
  /** Keys of wanted rows by what they name, by `table column`; made where it is asked for. */
  private readonly indexes = new Map<string, Map<string, Set<string>>>();

  constructor(store: Store) {
    this.store = store;
  }

  /** The row as it will stand. */
  row(table: Table, key: string): Row | null {
    const wanted = this.wanted.get(table.name)?.get(key);
    return wanted === undefined ? this.standing(table, key) : wanted;
  }

  /** The row as it stands before the merge. */
  standing(table: Table, key: string): Row | null {
    return this.store.row(table, key);
  }

  want(table: Table, key: string, row: Row | null): void {
    const rows = this.wanted.get(table.name) ?? new Map<string, Row | null>();
    this.wanted.set(table.name, rows);
    this.reindex(table, key, rows.get(key), row);
    rows.set(key, row);
  }

  /** Leaves the row as it stands. */
  leave(table: Table, key: string): void {
    const rows = this.wanted.get(table.name);
    this.reindex(table, key, rows?.get(key), null);
    rows?.delete(key);
  }

  /** Whether the row becomes another, comes or goes. */
  has(table: Table, key: string): boolean {
    return this.wanted.get(table.name)?.has(key) ?? false;
  }

  of(table: Table): [string, Row | null][] {
    return [...(this.wanted.get(table.name) ?? [])];
  }

  get tables(): Table[] {
    return [...this.wanted.keys()].map((name) => loggedTables.get(name)!);
  }

  /** Rows that will name this one in a column: those here that are not becoming others, and those that come. */
  naming(table: Table, column: string, key: string): { key: string; row: Row }[] {
    const columns = table.columns.join(', ');
    const sql = `SELECT ${columns} FROM ${table.name} WHERE ${column} = ?`;
    const here = this.store.all<Row>({ sql, row: table.row as z.ZodType<Row> }, key);
    const wanted = this.wanted.get(table.name);
    const coming = [...(this.index(table, column).get(key) ?? [])].map((each) => ({
      key: each,
      row: wanted!.get(each)!,
    }));
    return [
      ...here.map((row) => ({ key: keyText(table, row), row })).filter((one) => !wanted?.has(one.key)),
      ...coming,
    ];
  }

  private index(table: Table, column: string): Map<string, Set<string>> {
    const name = `${table.name} ${column}`;
    const known = this.indexes.get(name);
    if (known) return known;
    const made = new Map<string, Set<string>>();
    this.indexes.set(name, made);
    for (const [key, row] of this.wanted.get(table.name) ?? []) if (row) add(made, row[column], key);
    return made;
  }

  private reindex(table: Table, key: string, before: Row | null | undefined, after: Row | null): void {
    for (const column of table.columns) {
      const index = this.indexes.get(`${table.name} ${column}`);
      if (!index) continue;
      if (before) index.get(String(before[column]))?.delete(key);
      if (after) add(index, after[column], key);
    }
  }

  /**
   * Writes all of it: what goes first, then what gives a name or a place up, so that these are free. Answers how many rows that were.
   */
  apply(log: ChangeLog, uniques: ReadonlyMap<string, Uniques>): number {
    const rows = this.tables.flatMap((table) =>
      this.of(table).flatMap(([key, row]) => {
        const standing = log.current(table, key);
        const isSame = row ? standing && table.columns.every((column) => standing[column] === row[column]) : !standing;
        return isSame ? [] : [{ table, key, row, standing }];
      }),
    );
    // A row that stands elsewhere now is written anew: two may have exchanged their places.
    const isMoved = ({ table, row, standing }: (typeof rows)[number]): boolean =>
      row !== null && standing !== null && differsIn(uniques.get(table.name)?.together ?? [], standing, row);
    for (const each of rows) if (each.row === null || isMoved(each)) log.remove(each.table, each.key);
    for (const each of rows)
      for (const column of each.row && each.standing && !isMoved(each)
        ? (uniques.get(each.table.name)?.names ?? [])
        : [])
        if (typeof each.standing![column] === 'string' && each.standing![column] !== each.row![column])
          log.update(each.table, each.key, { [column]: each.key });
    for (const each of rows) {
      if (each.row === null) continue;
      if (each.standing && !isMoved(each)) log.update(each.table, each.key, each.row);
      else log.insert(each.table, each.row);
    }
    return rows.length;
  }
}

function differsIn(columns: readonly string[], a: Row, b: Row): boolean {
  return columns.some((column) => a[column] !== b[column]);
}

function add(index: Map<string, Set<string>>, value: Row[string] | undefined, key: string): void {
  const keys = index.get(String(value)) ?? new Set<string>();
  index.set(String(value), keys.add(key));
}
