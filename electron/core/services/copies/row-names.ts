import { codeTextTable } from '../../store/repositories/code-table.ts';
import type { Row, Table } from '../../store/table.ts';
import type { MergeSide } from './merge-side.ts';
import { rowsOf } from './held-rows.ts';

/** What rows are called, for people. */
export class RowNames {
  private readonly codes: ReadonlyMap<string, string>;

  constructor(...sides: readonly MergeSide[]) {
    this.codes = new Map(
      sides.flatMap(({ store }) =>
        [...rowsOf(store, codeTextTable)].map((row) => [String(row['code']), String(row['name'])] as const),
      ),
    );
  }

  of(table: Table, row: Row): string {
    if (table.name === 'code') return this.codes.get(String(row['id'])) ?? '';
    const named = row['code'] === undefined || row['name'] !== undefined ? null : this.codes.get(String(row['code']));
    return named ?? String(row['name'] ?? row['key'] ?? row['text'] ?? '');
  }
}
