import type { Database, Statement } from 'better-sqlite3';
import { wellFormed } from '../../../shared/contract/well-formed.ts';
import { imageOf, keyText } from './row-images.ts';
import type { Row, Table, Value } from './table.ts';

/**
 * Rows of one table made ready with their images in a temporary table, file by file, so that the transaction that takes them
 * over moves them by two statements a file instead of writing each.
 */
export class StagedRows<R extends Row> {
  readonly table: Table<R>;
  private readonly insert: Statement<Value[]>;
  private readonly moveRows: Statement<[number]>;
  private readonly moveImages: Statement<[{ revision: number; seq: number; table: string; file: number }]>;

  /** `name`: of the temporary table it makes. */
  constructor(db: Database, table: Table<R>, name: string) {
    this.table = table;
    const columns = table.columns.join(', ');
    db.exec(
      `CREATE TEMP TABLE ${name} (file INTEGER NOT NULL, place INTEGER NOT NULL, row_key TEXT NOT NULL, image TEXT NOT NULL, ${columns},
         PRIMARY KEY (file, place)) WITHOUT ROWID`,
    );
    this.insert = db.prepare(
      `INSERT INTO temp.${name} VALUES (?, ?, ?, ?, ${table.columns.map(() => '?').join(', ')})`,
    );
    this.moveRows = db.prepare(
      `INSERT INTO main.${table.name} (${columns}) SELECT ${columns} FROM temp.${name} WHERE file = ? ORDER BY place`,
    );
    this.moveImages = db.prepare(
      `INSERT INTO main.change (change_set, seq, table_name, key, before, after)
         SELECT :revision, :seq + place, :table, row_key, NULL, image FROM temp.${name} WHERE file = :file ORDER BY place`,
    );
  }

  add(file: number, rows: readonly R[]): void {
    for (const [place, row] of rows.entries()) {
      const kept = wellFormed(row) as R;
      const values = this.table.columns.map((column) => kept[column] ?? null);
      this.insert.run(file, place, keyText(this.table, kept), imageOf(this.table, kept), ...values);
    }
  }

  /** Puts the rows of a file into the project, their images under a change set from a place on; answers how many there are. */
  move(file: number, revision: number, seq: number): number {
    this.moveImages.run({ revision, seq, table: this.table.name, file });
    return this.moveRows.run(file).changes;
  }
}
