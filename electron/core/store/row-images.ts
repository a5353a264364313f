import type { Row, Table, Value } from './table.ts';

/** The key of a row as the log writes it: the id itself, or a JSON array for a key of several columns. */
export function keyText(table: Table, row: Row): string {
  return table.key.length === 1 ? String(row[table.key[0]!]) : JSON.stringify(table.key.map((column) => row[column]));
}

export function keyValues(table: Table, key: string): Value[] {
  return table.key.length === 1 ? [key] : (JSON.parse(key) as Value[]);
}

/** An image: the row as JSON, columns in table order. */
export function imageOf(table: Table, row: Row): string {
  const image: Record<string, Value> = {};
  for (const column of table.columns) image[column] = row[column] ?? null;
  return JSON.stringify(image);
}
