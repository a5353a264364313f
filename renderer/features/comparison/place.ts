/** One cell of one table, by place. */
export type Place = { readonly group: number | null; readonly row: number; readonly column: number };
