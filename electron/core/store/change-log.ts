import type { Database, Statement } from 'better-sqlite3';
import { codePointOffsets } from '../../../shared/text/offsets.ts';
import { changedText, invertedChanges, type TextChanges } from '../../../shared/text/change.ts';
import { wellFormed } from '../../../shared/contract/well-formed.ts';
import { type Blobs, contentHash } from './blobs.ts';
import type { ForeignChangeRow, ForeignSetRow } from './repositories/copy-table.ts';
import { documentTable } from './repositories/document-table.ts';
import type { StagedRows } from './staged-rows.ts';
import { encodeText } from './stored-text.ts';
import { imageOf, keyText, keyValues } from './row-images.ts';
import type { Row, Table, Value } from './table.ts';
import { TextEdits, textEditName, textEditTables, type Unmoved } from './text-edits.ts';

type Prepared = {
  insert: Statement<Value[]>;
  select: Statement<Value[]>;
  update: Statement<Value[]>;
  remove: Statement<Value[]>;
};

/**
 * The one door to the tables that are changes of the project: inserts, updates and removals of whole rows,
 * each recorded with its images before and after under the change set that is open. It sees everybody's rows, whoever may
 * see them: its statements name the tables themselves, not what stands before them.
 */
export class ChangeLog {
  private readonly db: Database;
  private readonly blobs: Blobs;
  private readonly texts: TextEdits;
  private readonly prepared = new Map<string, Prepared>();
  private readonly selectionDocument: Statement<Value[]>;
  private readonly record: Statement<[number, number, string, string, string | null, string | null]>;
  private open: { revision: number; seq: number; tables: Set<string>; documents: Set<string>; foreign: number } | null =
    null;

  constructor(db: Database, blobs: Blobs) {
    this.db = db;
    this.blobs = blobs;
    this.texts = new TextEdits(db, blobs);
    this.selectionDocument = db.prepare('SELECT document FROM main.selection WHERE id = ?');
    this.record = db.prepare(
      'INSERT INTO main.change (change_set, seq, table_name, key, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  /** Starts recording under a change set; the caller holds the transaction. */
  begin(revision: number): void {
    this.open = { revision, seq: 0, tables: new Set(), documents: new Set(), foreign: 0 };
  }

  /** Stops recording; answers how many rows were touched or steps of other files kept, in which tables, and which documents they belong to. */
  end(): { rows: number; tables: string[]; documents: string[] } {
    const ended = this.open;
    this.open = null;
    return {
      rows: (ended?.seq ?? 0) + (ended?.foreign ?? 0),
      tables: [...(ended?.tables ?? [])],
      documents: [...(ended?.documents ?? [])],
    };
  }

  /** The document a row belongs to, if to any; asked while the rows it refers to still stand. */
  documentOf(table: Table, row: Row): string | null {
    if (table.name === 'document') return String(row['id']);
    if (typeof row['document'] === 'string') return row['document'];
    if (table.name !== 'coding') return null;
    return (this.selectionDocument.get(row['selection'] ?? null) as { document: string } | undefined)?.document ?? null;
  }

  /** The row as it stands, or null. */
  current<R extends Row>(table: Table<R>, key: string): R | null {
    return (this.statements(table).select.get(...keyValues(table, key)) as R | undefined) ?? null;
  }

  /** Texts are kept as UTF-8, which has no halves of characters: an image must say what is read back. */
  insert<R extends Row>(table: Table<R>, row: R): void {
    const kept = wellFormed(row) as R;
    this.write(table, kept);
    this.note(table, keyText(table, kept), null, kept);
  }

  /** Inserts the rows of one staged file, all of one document, with the images made for them. */
  insertStaged<R extends Row>(rows: StagedRows<R>, file: number, document: string): void {
    if (!this.open) throw new Error(`a change of ${rows.table.name} outside a change set`);
    const moved = rows.move(file, this.open.revision, this.open.seq);
    if (moved === 0) return;
    this.open.seq += moved;
    this.open.tables.add(rows.table.name);
    this.open.documents.add(document);
  }

  /** Changes columns of one row; a patch that changes nothing records nothing. Throws when there is no such row. */
  update<R extends Row>(table: Table<R>, key: string, patch: Partial<R>): R {
    const before = this.current(table, key);
    if (!before) throw new Error(`${table.name} has no row ${key}`);
    const after = { ...before, ...(wellFormed(patch) as Partial<R>) };
    if (imageOf(table, before) === imageOf(table, after)) return before;
    this.overwrite(table, key, after);
    this.note(table, key, before, after);
    return after;
  }

  /** Removes one row; removing what is not there is a fault of the caller. */
  remove(table: Table, key: string): void {
    const before = this.current(table, key);
    if (!before) throw new Error(`${table.name} has no row ${key}`);
    this.statements(table).remove.run(...keyValues(table, key));
    this.note(table, key, before, null);
  }

  /**
   * Changes the text of a document. Selections and turns behind the changes move along, but for those named, which the caller
   * changes row by row; the text before is deleted unless something else refers to it.
   */
  editText(document: string, text: string, changes: TextChanges, unmoved: Unmoved): void {
    const before = this.current(documentTable, document)!.text;
    const next = changedText(text, changes);
    const bytes = encodeText(next);
    const isNew = this.blobs.find(contentHash(bytes)) === null;
    const after = this.blobs.put(bytes);
    const edit = { document, before, after, forward: changes, backward: invertedChanges(text, changes), unmoved };
    const [earlier, later] = this.texts.make(edit, isNew);
    this.update(documentTable, document, {
      text: after,
      utf16_length: next.length,
      code_points: codePointOffsets(next).length,
    });
    this.recordImages(textEditName, document, earlier, later);
    for (const name of textEditTables) this.open!.tables.add(name);
    this.blobs.collect(before);
  }

  /** Keeps a step of another copy's history, to be read; it counts as long as the change set that is open stands. */
  keepForeign(set: ForeignSetRow, changes: readonly ForeignChangeRow[]): void {
    this.open!.foreign += 1;
    const { id, copy, copy_for, revision, kind, command, label, coder, at, target } = set;
    this.db
      .prepare(
        `INSERT INTO main.foreign_change_set (id, copy, copy_for, revision, kind, command, label, coder, at, target, merge)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET merge = excluded.merge`,
      )
      .run(id, copy, copy_for, revision, kind, command, label, coder, at, target, this.open!.revision);
    const insert = this.db.prepare(
      `INSERT INTO main.foreign_change (change_set, seq, table_name, key, before, after) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
    );
    for (const { seq, table_name, key, before, after } of changes) insert.run(id, seq, table_name, key, before, after);
  }

  /** Goes through an edit of a text again, without recording; answers the text that may be collected afterwards. */
  travelText(
    change: { key: string; before: string | null; after: string | null },
    way: 'undo' | 'redo',
  ): string | null {
    return this.texts.travel(change.key, change.before!, change.after!, way);
  }

  /** Puts an image in place of whatever stands under its key (null: nothing), without recording: for undo and redo. */
  restore(table: Table, key: string, image: string | null): void {
    const statements = this.statements(table);
    const present = statements.select.get(...keyValues(table, key)) !== undefined;
    if (image === null) {
      if (present) statements.remove.run(...keyValues(table, key));
      return;
    }
    const row = JSON.parse(image) as Row;
    if (present) this.overwrite(table, key, { ...(statements.select.get(...keyValues(table, key)) as Row), ...row });
    else this.write(table, row);
  }

  /** Whether the row under a key is what an image says; columns younger than the image do not count. */
  matches(table: Table, key: string, image: string | null): boolean {
    const row = this.current(table, key);
    if (row === null || image === null) return row === null && image === null;
    return Object.entries(JSON.parse(image) as Row).every(([column, value]) => row[column] === value);
  }

  private write(table: Table, row: Row): void {
    this.statements(table).insert.run(...table.columns.map((column) => row[column] ?? null));
  }

  private overwrite(table: Table, key: string, row: Row): void {
    const values = table.columns.map((column) => row[column] ?? null);
    this.statements(table).update.run(...values, ...keyValues(table, key));
  }

  private note(table: Table, key: string, before: Row | null, after: Row | null): void {
    const [earlier, later] = [before, after].map((row) => (row ? imageOf(table, row) : null));
    this.recordImages(table.name, key, earlier ?? null, later ?? null);
    const document = this.documentOf(table, (after ?? before)!);
    if (document !== null) this.open!.documents.add(document);
  }

  private recordImages(name: string, key: string, before: string | null, after: string | null): void {
    if (!this.open) throw new Error(`a change of ${name} outside a change set`);
    this.record.run(this.open.revision, this.open.seq++, name, key, before, after);
    this.open.tables.add(name);
  }

  private statements(table: Table): Prepared {
    const known = this.prepared.get(table.name);
    if (known) return known;
    const columns = table.columns.join(', ');
    const where = table.key.map((column) => `${column} = ?`).join(' AND ');
    const made: Prepared = {
      insert: this.db.prepare(
        `INSERT INTO main.${table.name} (${columns}) VALUES (${table.columns.map(() => '?').join(', ')})`,
      ),
      select: this.db.prepare(`SELECT ${columns} FROM main.${table.name} WHERE ${where}`),
      update: this.db.prepare(
        `UPDATE main.${table.name} SET ${table.columns.map((column) => `${column} = ?`).join(', ')} WHERE ${where}`,
      ),
      remove: this.db.prepare(`DELETE FROM main.${table.name} WHERE ${where}`),
    };
    this.prepared.set(table.name, made);
    return made;
  }
}
