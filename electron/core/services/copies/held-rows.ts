import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Ports } from '../../ports.ts';
import { keyText } from '../../store/row-images.ts';
import { fillProjectFile, type ProjectRows } from '../../store/fill-project.ts';
import { newestSchema } from '../../store/migrate.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Store } from '../../store/store.ts';
import type { Row, Table } from '../../store/table.ts';
import { workFolder } from '../../store/work-folders.ts';
import type { References } from './table-references.ts';

/** Rows by table and key: what a copy is going to hold. */
export type HeldRows = Map<string, Map<string, Row>>;

/** All rows of a table, as far as they are in sight. */
export function rowsOf(store: Store, table: Table): Generator<Row> {
  const sql = `SELECT ${table.columns.join(', ')} FROM ${table.name} ORDER BY ${table.key.join(', ')}`;
  return store.iterate({ sql, row: table.row as z.ZodType<Row> });
}

/** Every row in sight of every table that is the project's content; nothing of the history. */
export function heldRows(store: Store): HeldRows {
  return new Map(
    [...loggedTables.values()].map((table) => [
      table.name,
      new Map([...rowsOf(store, table)].map((row) => [keyText(table, row), row])),
    ]),
  );
}

/** Takes out what names a row that is not there; what only may name one forgets it. */
export function prune(rows: HeldRows, references: References): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [name, byKey] of rows) {
      const table = loggedTables.get(name)!;
      for (const [key, row] of byKey)
        for (const { reference, key: target } of references.named(table, row)) {
          if (rows.get(reference.to.name)!.has(target)) continue;
          isChanged = true;
          if (reference.bond === 'forgets') byKey.set(key, { ...byKey.get(key)!, [reference.column]: null });
          else byKey.delete(key);
        }
    }
  }
}

/** The bytes of a new project file with these rows and the texts and files they name: nothing else has ever been in it. */
export function projectFileOf(
  { store, ports }: { readonly store: Store; readonly ports: Ports },
  rows: HeldRows,
  { at, extra }: { readonly at: string; readonly extra?: NonNullable<ProjectRows['extra']> },
): Uint8Array {
  const hashes = new Set<string>();
  for (const { table, column } of store.blobs.columns())
    for (const row of rows.get(table)?.values() ?? []) if (typeof row[column] === 'string') hashes.add(row[column]);
  const folder = workFolder(ports);
  try {
    const path = join(folder, 'copy.vbt');
    fillProjectFile(path, {
      schema: newestSchema(),
      tables: new Map([...rows].map(([name, byKey]) => [name, [...byKey.values()]])),
      blobs: [...hashes].sort().map((hash) => store.blobs.get(hash)),
      step: { id: ports.ids.next(), at },
      ...(extra ? { extra } : {}),
    });
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
