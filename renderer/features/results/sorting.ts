export type Direction = 'ascending' | 'descending';
export type Sorting<Column extends string> = { readonly column: Column; readonly direction: Direction };

/** What a row is compared by: a number, a text, or null where there is none. */
export type SortValue = number | string | null;

/**
 * The rows in a new array, stable: equal rows keep their order.
 * Rows without a value come last in both directions, so that turning the order round never hides the defined ones.
 */
export function sortedRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Direction,
  compareText: (a: string, b: string) => number,
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
    return sign * compareText(String(a.value), String(b.value));
  });
  return keyed.map(({ row }) => row);
}

/** Choosing a head: the column already sorted by turns round, another one starts in its own first direction. */
export function nextSorting<Column extends string>(
  current: Sorting<Column>,
  column: Column,
  first: Direction,
): Sorting<Column> {
  if (current.column !== column) return { column, direction: first };
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}
