import { type StampRow, stampQueries } from '../../store/repositories/copy-table.ts';
import type { Store } from '../../store/store.ts';

/** When a row was last written and last removed, as comparable texts; empty: never, as far as is known. */
export type Stamp = { readonly live: string; readonly gone: string };
const never: Stamp = { live: '', gone: '' };

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The stamps of all rows a file knows of, from its own history, from those it merged, and from what it was given. */
export class RowStamps {
  private readonly byTable = new Map<string, Map<string, Stamp>>();
  private readonly carried = new Map<string, string>();
  private readonly chosen = new Map<string, string>();

  constructor(store: Store) {
    for (const row of store.iterate(stampQueries.carried)) {
      this.add(row);
      this.carried.set(`${row.table_name} ${row.key}`, row.live);
    }
    for (const query of [stampQueries.made, stampQueries.taken]) for (const row of store.iterate(query)) this.add(row);
    for (const row of store.iterate(stampQueries.chosen)) {
      this.add(row);
      this.chosen.set(`${row.table_name} ${row.key}`, row.live);
    }
  }

  of(table: string, key: string): Stamp {
    return this.byTable.get(table)?.get(key) ?? never;
  }

  keysOf(table: string): Iterable<string> {
    return this.byTable.get(table)?.keys() ?? [];
  }

  /** When a row was last written before the history of this file began, by `table key`. */
  carriedLive(name: string): string {
    return this.carried.get(name) ?? '';
  }

  /** Whether a row is as somebody chose when merging, and nobody wrote it since. */
  isChosen(table: string, key: string): boolean {
    const at = this.chosen.get(`${table} ${key}`);
    return at !== undefined && at === this.of(table, key).live;
  }

  /** Whether it knows of a later writing or removal of any row than another does. */
  isLaterThan(other: RowStamps): boolean {
    return [...this.rows()].some(({ table_name, key, live, gone }) => {
      const known = other.of(table_name, key);
      return live > known.live || gone > known.gone;
    });
  }

  *rows(): Generator<StampRow> {
    for (const [table_name, stamps] of this.byTable)
      for (const [key, { live, gone }] of stamps) yield { table_name, key, live, gone };
  }

  private add({ table_name, key, live, gone }: StampRow): void {
    const stamps = this.byTable.get(table_name) ?? new Map<string, Stamp>();
    this.byTable.set(table_name, stamps);
    const known = stamps.get(key) ?? never;
    stamps.set(key, { live: later(known.live, live), gone: later(known.gone, gone) });
  }
}
