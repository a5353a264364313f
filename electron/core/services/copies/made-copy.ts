import type { Ports } from '../../ports.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { projectTable } from '../../store/repositories/project-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/table.ts';
import { type HeldRows, heldRows, projectFileOf, prune } from './held-rows.ts';
import { RowStamps } from '../../store/row-stamps.ts';
import { References } from './table-references.ts';

/** What a coder sees who sees nobody else. */
function rowsInSight(store: Store, coder: string): HeldRows {
  const before = store.sight.coder;
  store.sight.limit(coder);
  try {
    return heldRows(store);
  } finally {
    store.sight.limit(before);
  }
}

/** Identifiers rows of other programs go by, of what is there. */
function pruneExternal(rows: HeldRows): void {
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

  const bytes = projectFileOf({ store, ports }, rows, {
    at,
    extra: (db) => {
      db.prepare("INSERT INTO view_state (key, value) VALUES ('coder', ?)").run(coder);
      const insert = db.prepare('INSERT INTO row_stamp (table_name, key, live, gone) VALUES (?, ?, ?, ?)');
      for (const { table_name, key, live, gone } of stamps.rows())
        if (rows.get(table_name)?.has(key) || (gone > live && !isOwned(table_name)))
          insert.run(table_name, key, live, gone);
    },
  });
  return { copy, at, bytes, codings: rows.get(codingTable.name)!.size };
}

/** Whether rows of a table are somebody's: how many of the others' are gone is not told. */
function isOwned(name: string): boolean {
  return loggedTables.get(name)?.columns.includes('coder') ?? true;
}
