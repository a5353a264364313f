import type { Database } from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Blobs } from './blobs.ts';
import type { ChangeLog } from './change-log.ts';
import type { ChangeSets } from './change-sets.ts';
import { type ChangeRow, changeQueries, type ChangeSetRow } from './repositories/change-set-table.ts';
import { loggedTables } from './repositories/registry.ts';
import type { Row, Table } from './table.ts';
import { textEditName, textEditTables } from './text-edits.ts';

/** What undoing and redoing has touched, and a few of the changes. */
export type Touched = { readonly tables: Set<string>; readonly documents: Set<string>; readonly sample: ChangeRow[] };

/** Undoes and repeats single steps of the history, within the caller's transaction. */
export class Reversal {
  private readonly db: Database;
  private readonly log: ChangeLog;
  private readonly sets: ChangeSets;
  private readonly blobs: Blobs;

  constructor(db: Database, { log, sets, blobs }: { log: ChangeLog; sets: ChangeSets; blobs: Blobs }) {
    this.db = db;
    this.log = log;
    this.sets = sets;
    this.blobs = blobs;
  }

  /**
   * Applies the images of one change set, page by page, after checking that nothing else has come between: a row that others have
   * changed since may stand as this step left it, and yet they could not go back behind their own steps any more.
   */
  run(
    step: ChangeSetRow,
    kind: 'undo' | 'redo',
    revision: number,
    coder: string | null,
    { tables, documents, sample }: Touched,
  ): void {
    const since = this.db
      .prepare<[number, number], { table_name: string; key: string }>(changeQueries.changedSince.sql)
      .get(step.revision, step.revision);
    if (since) throw new VerbatimError('history_conflict', { table: since.table_name, key: since.key });
    this.db.pragma('defer_foreign_keys = ON');
    const superseded: string[] = [];
    const pages = this.db.prepare<[number, number], ChangeRow>(
      (kind === 'undo' ? changeQueries.backwards : changeQueries.forwards).sql,
    );
    let from = kind === 'undo' ? Number.MAX_SAFE_INTEGER : -1;
    for (let page = pages.all(step.revision, from); page.length > 0; page = pages.all(step.revision, from)) {
      for (const change of page) {
        if (sample.length < 50) sample.push(change);
        if (change.table_name === textEditName) {
          const left = this.log.travelText(change, kind);
          if (left !== null) superseded.push(left);
          for (const name of textEditTables) tables.add(name);
          documents.add(change.key);
          continue;
        }
        const [expected, wanted] = kind === 'undo' ? [change.after, change.before] : [change.before, change.after];
        const document = this.apply(change, expected, wanted);
        tables.add(change.table_name);
        if (document !== null) documents.add(document);
      }
      from = page.at(-1)!.seq;
    }
    for (const hash of superseded) this.blobs.collect(hash);
    this.sets.record(revision, kind, step.command, step.label, coder, step.revision);
    this.db
      .prepare('UPDATE main.change_set SET undone_by = ? WHERE revision = ?')
      .run(kind === 'undo' ? revision : null, step.revision);
  }

  /** Puts one image in place of another; answers the document it belongs to. */
  private apply(change: ChangeRow, expected: string | null, wanted: string | null): string | null {
    const table: Table | undefined = loggedTables.get(change.table_name);
    if (!table || !this.log.matches(table, change.key, expected)) {
      throw new VerbatimError('history_conflict', { table: change.table_name, key: change.key });
    }
    const image = JSON.parse((wanted ?? expected)!) as Row;
    const before = this.log.documentOf(table, image);
    this.log.restore(table, change.key, wanted);
    return before ?? this.log.documentOf(table, image);
  }
}
