import { keyText } from '../../store/row-images.ts';
import type { Row, Table } from '../../store/table.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';
import type { WantedRows } from './wanted-rows.ts';

export function valuesOf(columns: readonly string[], row: Row): string {
  return JSON.stringify(columns.map((column) => row[column] ?? null));
}

/** The names rows of a table go by, those here and those that come, and those that were given in this merge. */
export class TakenNames {
  private values: Set<string> | null = null;
  private readonly here: MergeSide;
  private readonly wanted: WantedRows;
  private readonly table: Table;
  private readonly columns: readonly string[];

  constructor(here: MergeSide, wanted: WantedRows, table: Table, columns: readonly string[]) {
    this.here = here;
    this.wanted = wanted;
    this.table = table;
    this.columns = columns;
  }

  /**
   * A name for a row that nothing else goes by, from its own name and as much of its identifier as is needed: the same whatever
   * was merged before, as names that are given up count as taken too.
   */
  another(column: string, key: string, row: Row): string {
    const taken = (this.values ??= this.all());
    for (let length = 4; ; length += 1) {
      const name = `${String(row[column])} (${key.slice(-length).padStart(length, '0')})`;
      const values = valuesOf(this.columns, { ...row, [column]: name });
      if (taken.has(values)) continue;
      taken.add(values);
      return name;
    }
  }

  private all(): Set<string> {
    const taken = new Set<string>();
    for (const row of rowsOf(this.here.store, this.table))
      if (!this.wanted.has(this.table, keyText(this.table, row))) taken.add(valuesOf(this.columns, row));
    for (const [, row] of this.wanted.of(this.table)) if (row) taken.add(valuesOf(this.columns, row));
    return taken;
  }
}
