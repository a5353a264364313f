import type { z } from 'zod';

/** A value as SQLite keeps it in a STRICT table of ours (bytes live in `blob` only and are never imaged). */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** A table that is written through the change log: its columns in order, and the columns of its primary key. */
export type Table<R extends Row = Row> = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Only for the compiler: what its rows are. */
  readonly rows?: R;
  readonly row: z.ZodType;
};

/** Describes a table by the schema of its rows; the columns are the schema's keys in their order. */
export function defineTable<R extends Row>(
  name: string,
  row: z.ZodType<R> & { readonly shape: Readonly<Record<string, unknown>> },
  key: readonly (keyof R & string)[],
): Table<R> {
  return { name, row, columns: Object.keys(row.shape), key };
}

/** A statement that reads, with the schema of the rows it answers; a test holds one against the other. */
export type Query<R> = { readonly sql: string; readonly row: z.ZodType<R> };

export function defineQuery<R>(row: z.ZodType<R>, sql: string): Query<R> {
  return { sql, row };
}
