import { knownHistoryQueries } from '../../store/repositories/copy-table.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/table.ts';

/** The last rows a file knows to have stood under keys that are gone from it, by `table key`; read from its whole history at once. */
export function lastImages(store: Store, wanted: ReadonlySet<string>): Map<string, Row> {
  const found = new Map<string, { at: string; row: Row }>();
  if (wanted.size === 0) return new Map();
  const times = new Map(store.all(knownHistoryQueries.sets).map(({ id, at }) => [id, at]));
  for (const { change_set, table_name, key, before, after } of store.iterate(knownHistoryQueries.changes)) {
    const name = `${table_name} ${key}`;
    const image = after ?? before;
    if (image === null || !wanted.has(name)) continue;
    const at = times.get(change_set) ?? '';
    const known = found.get(name);
    if (!known || known.at <= at) found.set(name, { at, row: JSON.parse(image) as Row });
  }
  return new Map([...found].map(([name, { row }]) => [name, row]));
}
