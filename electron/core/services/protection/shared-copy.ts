import type { ShareablePart } from '../../../../shared/contract/methods/protection.ts';
import type { Ports } from '../../ports.ts';
import { attributeTable } from '../../store/repositories/case-table.ts';
import { coderQueries, coderTable } from '../../store/repositories/coder-table.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { externalIdTable } from '../../store/repositories/external-id-table.ts';
import { keptElementTable, keptFileTable } from '../../store/repositories/kept-element-table.ts';
import { memoTable } from '../../store/repositories/memo-table.ts';
import { projectTable } from '../../store/repositories/project-table.ts';
import { reviewTable } from '../../store/repositories/review-table.ts';
import { roundCoderTable, roundDocumentTable } from '../../store/repositories/round-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import { translationTable } from '../../store/repositories/translation-table.ts';
import type { Store } from '../../store/store.ts';
import type { Row, Table } from '../../store/table.ts';
import { type HeldRows, heldRows, projectFileOf, prune } from '../copies/held-rows.ts';
import { References } from '../copies/table-references.ts';

/** What stands for the name of something that is no longer there. */
const gone = '—';

type SharedCopy = { readonly bytes: Uint8Array; readonly codings: number; readonly leftBehind: number };

/**
 * A project file to hand on. It is made of the rows that stand now, row by row: nothing of the past can be in it. It is a
 * project of its own, so that it is never merged into the one it was made from.
 */
export function sharedCopy(store: Store, ports: Ports, keep: ReadonlySet<ShareablePart>): SharedCopy {
  const rows = heldRows(store);
  const all = rows.get(codingTable.name)!.size;
  change(rows, projectTable, (row) => ({
    ...row,
    id: ports.ids.next(),
    copy_id: ports.ids.next(),
    base_copy: null,
    base_revision: 0,
    copy_for: null,
  }));
  dropPast(rows);
  if (!keep.has('originals')) dropOriginals(rows);
  if (!keep.has('memos')) dropMemos(rows);
  if (!keep.has('coders')) numberCoders(rows, store);
  if (!keep.has('confidential')) change(rows, attributeTable, (row) => (row['confidential'] === 1 ? null : row));
  prune(rows, new References(store));
  const bytes = projectFileOf({ store, ports }, rows, { at: ports.clock.now().toISOString() });
  const codings = rows.get(codingTable.name)!.size;
  return { bytes, codings, leftBehind: all - codings };
}

/** Puts other rows in the place of a table's; null takes one out. */
function change(rows: HeldRows, table: Table, become: (row: Row) => Row | null): void {
  const byKey = rows.get(table.name)!;
  for (const [key, row] of byKey) {
    const next = become(row);
    if (next === null) byKey.delete(key);
    else byKey.set(key, next);
  }
}

/** Words that stand in no transcript any more, and names things had. */
function dropPast(rows: HeldRows): void {
  change(rows, reviewTable, () => null);
  change(rows, selectionTable, (row) => (row['state'] === 'detached' ? null : row));
  const documents = rows.get(documentTable.name)!;
  change(rows, roundDocumentTable, (row) => ({
    ...row,
    name: documents.get(String(row['document']))?.['name'] ?? gone,
  }));
  const coders = rows.get(coderTable.name)!;
  change(rows, roundCoderTable, (row) => ({ ...row, name: coders.get(String(row['coder']))?.['name'] ?? gone }));
}

/** Files as they came in and their names, and what other programs left. */
function dropOriginals(rows: HeldRows): void {
  change(rows, documentTable, (row) => ({ ...row, original: row['text']!, original_name: row['name']! }));
  for (const table of [keptFileTable, keptElementTable, externalIdTable]) change(rows, table, () => null);
}

function dropMemos(rows: HeldRows): void {
  change(rows, memoTable, () => null);
  change(rows, selectionTable, (row) => ({ ...row, name: null, comment: null }));
}

/** Numbers in place of coders' names; who translated is nobody's business then either. */
function numberCoders(rows: HeldRows, store: Store): void {
  const numbered = new Map(store.all(coderQueries.all).map(({ id }, place) => [id, `Coder ${place + 1}`]));
  const named = (id: Row[string] | undefined): string => numbered.get(String(id)) ?? gone;
  change(rows, coderTable, (row) => ({ ...row, name: named(row['id']) }));
  change(rows, roundCoderTable, (row) => ({ ...row, name: named(row['coder']) }));
  change(rows, translationTable, (row) => ({ ...row, translator: '' }));
}
