import { schemaQueries } from '../../store/repositories/copy-table.ts';
import type { Store } from '../../store/store.ts';

/** Columns that may not say the same in two rows of a table: names, and what else is one only together. */
export type Uniques = { readonly names: readonly string[]; readonly together: readonly string[] };

/** The columns of which a value may stand in one row only, by table. */
export function uniquesByTable(store: Store): ReadonlyMap<string, Uniques> {
  const naming = new Set(['name', 'key', 'slug']);
  const byTable = Map.groupBy(store.all(schemaQueries.uniques), ({ table_name }) => table_name);
  return new Map(
    [...byTable].map(([table, all]) => {
      const indexes = [...Map.groupBy(all, ({ index_name }) => index_name).values()].map((index) =>
        index.map(({ column_name }) => column_name),
      );
      const isNamed = (columns: readonly string[]): boolean => columns.some((column) => naming.has(column));
      return [
        table,
        {
          names: indexes.flatMap((columns) => columns.filter((column) => naming.has(column))),
          together: indexes.filter((columns) => !isNamed(columns)).flat(),
        },
      ];
    }),
  );
}
