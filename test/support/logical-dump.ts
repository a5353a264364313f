import { loggedTables } from '../../electron/core/store/repositories/registry.ts';
import { connectionOf } from './connections.ts';

/** Everything a project says, table by table, rows sorted by key: history, view state and blobs no row refers to left aside. */
export function logicalDump(path: string): Record<string, unknown[]> {
  const db = connectionOf(path);
  const dump: Record<string, unknown[]> = {};
  for (const { name, columns, key } of loggedTables.values())
    dump[name] = db.prepare(`SELECT ${columns.join(', ')} FROM main.${name} ORDER BY ${key.join(', ')}`).all();
  return dump;
}

/** How many rows a table has, whatever the product thinks of them. */
export function rowCount(path: string, table: string): number {
  return (connectionOf(path).prepare(`SELECT count(*) AS rows FROM main.${table}`).get() as { rows: number }).rows;
}
