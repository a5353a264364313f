import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { fillProjectFile } from '../../store/fill-project.ts';
import { newestSchema } from '../../store/migrate.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { projectTable } from '../../store/repositories/project-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Store } from '../../store/store.ts';
import { keyText } from '../../store/change-log.ts';
import type { Row, Table } from '../../store/table.ts';
import type { Ports } from '../../ports.ts';
import { RowStamps } from './row-stamps.ts';
import { References } from './table-references.ts';

type Rows = Map<string, Map<string, Row>>;

/** All rows of a table, as far as they are in sight. */
export function rowsOf(store: Store, table: Table): Generator<Row> {
  const sql = `SELECT ${table.columns.join(', ')} FROM ${table.name} ORDER BY ${table.key.join(', ')}`;
  return store.iterate({ sql, row: table.row as z.ZodType<Row> });
}

/** What a coder sees who sees nobody else. */
function rowsInSight(store: Store, coder: string): Rows {
  const before = store.sight.coder;
  store.sight.limit(coder);
  try {
    return new Map(
      [...loggedTables.values()].map((table) => [
        table.name,
        new Map([...rowsOf(store, table)].map((row) => [keyText(table, row), row])),
      ]),
    );
  } finally {
    store.sight.limit(before);
  }
}

/** Takes out what names a row that is not there; what only may name one forgets it. */
function prune(rows: Rows, references: References): void {
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

/** Identifiers rows of other programs go by, of what is there. */
function pruneExternal(rows: Rows): void {
  const present = new Set([...rows.values()].flatMap((byKey) => [...byKey.keys()]));
  const external = rows.get('external_id')!;
  for (const [key, row] of external) if (!present.has(String(row['entity']))) external.delete(key);
}

export type MadeCopy = {
  readonly copy: string;
  readonly at: string;
  readonly bytes: Uint8Array;
  readonly codings: number;
};

/**
 * A project file for one coder that does not hold the others' work: only rows this coder sees when blind, no history, no
 * state of the view. Where documents are named, the others are left out with all that hangs on them. It knows what it was made from, and what was removed there before.
 */
export function makeCopy(store: Store, ports: Ports, coder: string, documents: ReadonlySet<string> | null): MadeCopy {
  const references = new References(store);
  const stamps = new RowStamps(store);
  const rows = rowsInSight(store, coder);
  if (documents) {
    const held = rows.get(documentTable.name)!;
    for (const id of held.keys()) if (!documents.has(id)) held.delete(id);
  }
  prune(rows, references);
  pruneExternal(rows);

  const copy: string = ports.ids.next();
  const at = ports.clock.now().toISOString();
  const project = [...rows.get(projectTable.name)!.values()][0]!;
  const own: Row = {
    ...project,
    copy_id: copy,
    base_copy: project['copy_id']!,
    base_revision: store.revision,
    copy_for: coder,
  };
  rows.set(projectTable.name, new Map([[String(project['id']), own]]));

  const hashes = new Set<string>();
  for (const { table, column } of store.blobs.columns())
    for (const row of rows.get(table)?.values() ?? []) if (typeof row[column] === 'string') hashes.add(row[column]);

  const folder = mkdtempSync(join(ports.folders.data, 'copy-'));
  try {
    const path = join(folder, 'copy.vbt');
    fillProjectFile(path, {
      schema: newestSchema(),
      tables: new Map([...rows].map(([name, byKey]) => [name, [...byKey.values()]])),
      blobs: [...hashes].sort().map((hash) => store.blobs.get(hash)),
      step: { id: ports.ids.next(), at },
      extra: (db) => {
        db.prepare("INSERT INTO view_state (key, value) VALUES ('coder', ?)").run(coder);
        const insert = db.prepare('INSERT INTO row_stamp (table_name, key, live, gone) VALUES (?, ?, ?, ?)');
        for (const { table_name, key, live, gone } of stamps.rows())
          if (rows.get(table_name)?.has(key) || (gone > live && !isOwned(table_name)))
            insert.run(table_name, key, live, gone);
      },
    });
    return { copy, at, bytes: readFileSync(path), codings: rows.get(codingTable.name)!.size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether rows of a table are somebody's: how many of the others' are gone is not told. */
function isOwned(name: string): boolean {
  return loggedTables.get(name)?.columns.includes('coder') ?? true;
}
