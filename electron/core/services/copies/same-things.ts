import { coderTable } from '../../store/repositories/coder-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { keyText } from '../../store/row-images.ts';
import type { Row, Table } from '../../store/table.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';
import type { References } from './table-references.ts';

/** Coders of one name and documents of one name and text that both sides made for themselves: they are one. */
export class SameThings {
  readonly found: { readonly table: Table; readonly name: string }[] = [];
  private readonly references: References;
  private readonly here = new Map<string, string>();
  private readonly documents = new Set<string>();

  constructor(here: MergeSide, there: MergeSide, references: References) {
    this.references = references;
    this.match(here, there, coderTable, (row) => String(row['name']));
    this.match(here, there, documentTable, (row) => `${String(row['text'])} ${String(row['name'])}`);
  }

  private match(here: MergeSide, there: MergeSide, table: Table, same: (row: Row) => string): void {
    const standing = new Map([...rowsOf(here.store, table)].map((row) => [same(row), row]));
    for (const row of rowsOf(there.store, table)) {
      const twin = standing.get(same(row));
      const isKnown = here.store.row(table, String(row['id'])) !== null || !twin;
      if (isKnown || there.store.row(table, String(twin['id'])) !== null) continue;
      this.here.set(String(row['id']), String(twin['id']));
      if (table.name === documentTable.name) this.documents.add(String(row['id']));
      this.found.push({ table, name: String(row['name']) });
    }
  }

  /** A row of the other side as it is called here; null for one that is here already. */
  asHere(table: Table, row: Row): { key: string; row: Row } | null {
    if (this.here.size === 0) return { key: keyText(table, row), row };
    if (this.here.has(String(row['id']))) return null;
    if ((table.name === 'turn' || table.name === 'speaker') && this.documents.has(String(row['document']))) return null;
    const named: Record<string, string> = {};
    for (const { reference, key } of this.references.named(table, row)) {
      const twin = this.here.get(key);
      if (twin !== undefined) named[reference.column] = twin;
    }
    const called = { ...row, ...named };
    return { key: keyText(table, called), row: called };
  }
}
