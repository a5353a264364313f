import { schemaQueries } from '../../store/repositories/copy-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Store } from '../../store/store.ts';
import type { Row, Table } from '../../store/table.ts';

/**
 * What becomes of a row whose target is not there: `keeps`: the target is kept or comes back; `goes`: the row is a part of
 * it and goes too; `forgets`: the column is emptied.
 */
export type Bond = 'keeps' | 'goes' | 'forgets';

/** A column that names a row of another table. */
export type Reference = { readonly from: Table; readonly column: string; readonly to: Table; readonly bond: Bond };

/** Rows that are parts of what they name, though not by their key. */
const parts = new Set([
  'code_alias.code',
  'code_example.code',
  'turn.document',
  'speaker.document',
  'memo.coding',
  'memo.selection',
  'survey_column.attribute',
]);
/** What may be empty, but is not without meaning. */
const meant = new Set(['code.parent', 'memo.document', 'memo.code', 'memo.study_case']);

/** References of the tables that are changes of the project, by the schema itself. */
export class References {
  private readonly all: readonly Reference[];

  constructor(store: Store) {
    this.all = store.all(schemaQueries.references).flatMap((row): Reference[] => {
      const [from, to] = [loggedTables.get(row.table_name), loggedTables.get(row.target)];
      if (!from || !to) return [];
      const name = `${row.table_name}.${row.column_name}`;
      const isPart = row.in_key === 1 || parts.has(name);
      const bond = isPart ? 'goes' : row.nullable === 1 && !meant.has(name) ? 'forgets' : 'keeps';
      return [{ from, column: row.column_name, to, bond }];
    });
  }

  from(table: Table): readonly Reference[] {
    return this.all.filter(({ from }) => from.name === table.name);
  }

  to(table: Table): readonly Reference[] {
    return this.all.filter(({ to }) => to.name === table.name);
  }

  /** Rows a row names. */
  named(table: Table, row: Row): { readonly reference: Reference; readonly key: string }[] {
    return this.from(table).flatMap((reference) => {
      const key = row[reference.column];
      return typeof key === 'string' ? [{ reference, key }] : [];
    });
  }
}
