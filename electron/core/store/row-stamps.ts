import { goneForGood, type StampRow, stampQueries, type WriteRow } from './repositories/copy-table.ts';
import type { Query } from './table.ts';

/** When a row was last written and last removed, as comparable texts; empty: never, as far as is known. */
export type Stamp = { readonly live: string; readonly gone: string };
const never: Stamp = { live: '', gone: '' };

/** What a merge of this file's own brought in for a row, seen by what is done here afterwards. */
type Arrival = { readonly merge: number; readonly stamp: string };
type Written = { readonly revision: number; readonly stamp: string };

/** The later of two stamps. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The stamp of what is written knowing of another: later than that, whatever the clock says. */
function knowing(stamp: string, known: string): string {
  const ranked = stamp[0]! < (known[0] ?? '') ? `${known[0]}${stamp.slice(1)}` : stamp;
  return ranked > known ? ranked : `${known}+`;
}

/**
 * The stamps of all rows a file knows of, from its own history, from those it merged, and from what it was given. Within one
 * file what came later is later, though its clock was set back meanwhile, and so is what was done here knowing what a merge had brought.
 */
export class RowStamps {
  private readonly byTable = new Map<string, Map<string, Stamp>>();
  private readonly carried = new Map<string, string>();
  private readonly chosen = new Map<string, string>();
  private readonly writers = new Map<string, { readonly stamp: string; readonly set: string }>();
  private readonly arrivals = new Map<string, Arrival[]>();
  /** Rows that were given with a stamp, by `table key`. */
  private readonly given = new Map<string, StampRow>();
  private readonly histories = new Map<string, Stamp>();

  constructor(file: { iterate<R>(query: Query<R>): Iterable<R> }) {
    for (const row of file.iterate(stampQueries.carried)) {
      this.add(row);
      const name = `${row.table_name} ${row.key}`;
      this.carried.set(name, row.live);
      this.given.set(name, row);
    }
    this.readTaken(file.iterate(stampQueries.taken));
    for (const { table_name, key, live, merge } of file.iterate(stampQueries.chosen)) {
      const name = `${table_name} ${key}`;
      const stamp = merge === null ? live : knowing(live, this.arrived(name, merge + 1));
      this.add({ table_name, key, live: stamp, gone: '' });
      this.chosen.set(name, later(this.chosen.get(name) ?? '', stamp));
      if (merge !== null) this.arrive(name, { merge, stamp });
    }
    const [erased] = file.iterate(stampQueries.erased);
    this.readMade(file.iterate(stampQueries.made), erased?.revision ?? 0);
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

  /** The change set that wrote a row last and when, by `table key`, as far as histories tell. */
  writer(name: string): { readonly stamp: string; readonly set: string } | undefined {
    return this.writers.get(name);
  }

  /** What is known of a row to whoever takes the histories over, by `table key`. */
  told(name: string): Stamp {
    return this.histories.get(name) ?? never;
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

  /** What other copies did: each in its own order. */
  private readTaken(rows: Iterable<WriteRow>): void {
    let copy = '';
    let last = new Map<string, Written>();
    for (const row of rows) {
      if (row.copy !== copy) [copy, last] = [row.copy, new Map()];
      const stamp = this.next(row, last, '');
      this.write(row, stamp);
      this.tell(row, stamp);
      this.arrive(`${row.table_name} ${row.key}`, { merge: row.merge, stamp });
    }
  }

  /** What was done in this file, after its past was last erased in sight of what was given then and of what merges had brought. */
  private readMade(rows: Iterable<WriteRow>, erased: number): void {
    const last = new Map<string, Written>();
    const alone = new Map<string, Written>();
    for (const row of rows) {
      const name = `${row.table_name} ${row.key}`;
      const known = row.revision > erased ? later(this.knownOf(name), this.arrived(name, row.revision)) : '';
      this.write(row, this.next(row, last, known));
      this.tell(row, this.next(row, alone, ''));
    }
  }

  private next(row: WriteRow, last: Map<string, Written>, known: string): string {
    const name = `${row.table_name} ${row.key}`;
    const before = last.get(name);
    if (before?.revision === row.revision) return before.stamp;
    const stamp = knowing(`${row.own}${row.at}`, later(before?.stamp ?? '', known));
    last.set(name, { revision: row.revision, stamp });
    return stamp;
  }

  private knownOf(name: string): string {
    const given = this.given.get(name);
    return given && given.gone !== goneForGood ? later(given.live, given.gone) : '';
  }

  private arrived(name: string, before: number): string {
    let known = '';
    for (const { merge, stamp } of this.arrivals.get(name) ?? []) if (merge < before) known = later(known, stamp);
    return known;
  }

  private arrive(name: string, arrival: Arrival): void {
    const known = this.arrivals.get(name);
    if (known) known.push(arrival);
    else this.arrivals.set(name, [arrival]);
  }

  private write({ table_name, key, stands, by }: WriteRow, stamp: string): void {
    this.add({ table_name, key, live: stands === 1 ? stamp : '', gone: stands === 1 ? '' : stamp });
    if (stands === 0) return;
    const name = `${table_name} ${key}`;
    const known = this.writers.get(name);
    if (!known || stamp >= known.stamp) this.writers.set(name, { stamp, set: by });
  }

  private tell({ table_name, key, stands }: WriteRow, stamp: string): void {
    const name = `${table_name} ${key}`;
    const { live, gone } = this.told(name);
    this.histories.set(name, stands === 1 ? { live: later(live, stamp), gone } : { live, gone: later(gone, stamp) });
  }

  private add({ table_name, key, live, gone }: StampRow): void {
    const stamps = this.byTable.get(table_name) ?? new Map<string, Stamp>();
    this.byTable.set(table_name, stamps);
    const known = stamps.get(key) ?? never;
    stamps.set(key, { live: later(known.live, live), gone: later(known.gone, gone) });
  }
}
