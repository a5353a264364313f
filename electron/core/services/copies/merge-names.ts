import type { z } from 'zod';
import type { MergeNote } from '../../../../shared/contract/methods/copies.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { schemaQueries } from '../../store/repositories/copy-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Row, Table, Value } from '../../store/table.ts';
import { keyText } from '../../store/row-images.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';
import type { References } from './table-references.ts';
import { TakenNames, valuesOf } from './taken-names.ts';
import type { WantedRows } from './wanted-rows.ts';

type Named = (table: Table, row: Row) => string;

/** Of two different rows that may not both stand under one name the older keeps it; of two codings of one passage with one code the older stays. */
export function settleNames(here: MergeSide, wanted: WantedRows, references: References, nameOf: Named): MergeNote[] {
  const notes: MergeNote[] = [];
  const uniques = Map.groupBy(here.store.all(schemaQueries.uniques), ({ index_name }) => index_name);
  for (const columns of uniques.values()) {
    const table = loggedTables.get(columns[0]!.table_name);
    if (!table) continue;
    const names = columns.map(({ column_name }) => column_name);
    const taken = new TakenNames(here, wanted, table, names);
    const coming = Map.groupBy(
      wanted.of(table).flatMap(([key, row]) => (row ? [{ key, row }] : [])),
      ({ row }) => valuesOf(names, row),
    );
    for (const [values, rows] of coming) {
      const oldestFirst = [...standing(here, wanted, table, names, rows[0]!.row), ...rows].sort((a, b) =>
        a.key < b.key ? -1 : 1,
      );
      if ((JSON.parse(values) as Value[]).includes(null)) continue;
      const [oldest, ...younger] = oldestFirst;
      for (const { key, row } of younger)
        notes.push(settle(wanted, references, { table, names, key, row, oldest: oldest!.key, taken, nameOf }));
    }
  }
  return notes;
}

/** Rows here that have these values and are not becoming others. */
function standing(
  { store }: MergeSide,
  wanted: WantedRows,
  table: Table,
  columns: readonly string[],
  row: Row,
): { key: string; row: Row }[] {
  const where = columns.map((column) => `${column} = ?`).join(' AND ');
  const sql = `SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${where}`;
  const values: Value[] = columns.map((column) => row[column] ?? null);
  return store
    .all<Row>({ sql, row: table.row as z.ZodType<Row> }, ...values)
    .map((each) => ({ key: keyText(table, each), row: each }))
    .filter(({ key }) => !wanted.has(table, key));
}

type Clash = {
  readonly table: Table;
  readonly names: readonly string[];
  readonly key: string;
  readonly row: Row;
  readonly oldest: string;
  readonly taken: TakenNames;
  readonly nameOf: Named;
};

function settle(
  wanted: WantedRows,
  references: References,
  { table, names, key, row, oldest, taken, nameOf }: Clash,
): MergeNote {
  const name = nameOf(table, row);
  const column = names.find((each) => each === 'name' || each === 'key');
  if (column !== undefined) {
    wanted.want(table, key, { ...row, [column]: taken.another(column, key, row) });
    return { kind: 'renamed', table: table.name, name };
  }
  if (names.includes('slug')) {
    wanted.want(table, key, { ...row, slug: null });
    return { kind: 'renamed', table: table.name, name };
  }
  // What was said of the younger is said of the older.
  for (const { from, column } of references.to(table))
    for (const naming of wanted.naming(from, column, key))
      wanted.want(from, naming.key, { ...naming.row, [column]: oldest });
  wanted.want(table, key, null);
  return { kind: 'same_coding', table: table.name, name };
}

/** Codes that would be their own ancestors: one moved a code below another, somebody else the other below it. The oldest goes to the top. */
export function breakCircles(here: MergeSide, wanted: WantedRows, nameOf: Named): MergeNote[] {
  const notes: MergeNote[] = [];
  const parents = new Map<string, string | null>();
  const put = (row: Row): void => void parents.set(String(row['id']), row['parent'] as string | null);
  if (wanted.of(codeTable).length === 0) return notes;
  for (const row of rowsOf(here.store, codeTable)) put(row);
  for (const [, row] of wanted.of(codeTable)) if (row) put(row);
  for (const start of [...parents.keys()].sort()) {
    const chain: string[] = [];
    let at: string | null = start;
    while (at !== null && !chain.includes(at)) {
      chain.push(at);
      at = parents.get(at) ?? null;
    }
    if (at === null) continue;
    const oldest = chain.slice(chain.indexOf(at)).sort()[0]!;
    const row = wanted.row(codeTable, oldest)!;
    parents.set(oldest, null);
    wanted.want(codeTable, oldest, { ...row, parent: null });
    notes.push({ kind: 'circle', table: codeTable.name, name: nameOf(codeTable, row) });
  }
  return notes;
}
