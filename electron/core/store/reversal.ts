import type { Database } from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Blobs } from './blobs.ts';
import type { ChangeLog } from './change-log.ts';
import type { ChangeSets } from './change-sets.ts';
import { type ChangeRow, changeQueries, type ChangeSetRow, changeSetQueries } from './repositories/change-set-table.ts';
import { loggedTables } from './repositories/registry.ts';
import type { Query, Row, Table } from './table.ts';
import { textEditName, textEditTables } from './text-edits.ts';

/** What things are called whose names stand once in a project, by table. */
const named: Readonly<Record<string, string>> = {
  coder: 'coder',
  study_case: 'case',
  document: 'document',
  speaker: 'speaker',
  round: 'round',
  saved_query: 'query',
};

/** A row refused because something else has its name by now, as an error that says so; null for any other refusal. */
function nameTaken({ name }: Table, row: Row, error: unknown): VerbatimError | null {
  const kind = named[name];
  const isTaken = kind !== undefined && (error as { code?: unknown }).code === 'SQLITE_CONSTRAINT_UNIQUE';
  return isTaken
    ? new VerbatimError('history_name_taken', { kind, name: String(row['name']) }, { cause: error })
    : null;
}

/** Looks at everybody's work after going through the history, and throws where it must not be left so; nothing has changed then. */
export type TravelGuard = (documents: ReadonlySet<string>) => void;

/** What undoing and redoing has done: how often, the newest revision now, what was touched, and a few of the last step's changes. */
export class Travelled {
  undone = 0;
  redone = 0;
  revision: number;
  readonly tables = new Set<string>();
  readonly documents = new Set<string>();
  readonly sample: ChangeRow[] = [];

  constructor(revision: number) {
    this.revision = revision;
  }
}

/** Undoes and repeats steps of the history, within the caller's transaction. */
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

  /** The step Undo would reverse, and the one Redo would repeat. */
  nextSteps(): { undo: ChangeSetRow | null; redo: ChangeSetRow | null } {
    return { undo: this.newest(changeSetQueries.toUndo), redo: this.newest(changeSetQueries.toRedo) };
  }

  /** The step Undo would reverse. Throws `nothing_to_undo`, `past_erased`. */
  toUndo(): ChangeSetRow {
    const step = this.newest(changeSetQueries.toUndo);
    if (step) return step;
    const erasure = this.newest(changeSetQueries.lastErasure);
    if (!erasure) throw new VerbatimError('nothing_to_undo', {});
    throw new VerbatimError('past_erased', { by: erasure.command === 'cases.purge' ? 'purge' : 'seal' });
  }

  /** The step Redo would repeat. Throws `nothing_to_redo`. */
  toRedo(): ChangeSetRow {
    const step = this.newest(changeSetQueries.toRedo);
    if (!step) throw new VerbatimError('nothing_to_redo', {});
    return step;
  }

  /** Undoes or repeats commands until the one of this revision is the newest that stands. Throws `not_found` for one out of reach. */
  runTo(target: number, coder: string | null, travelled: Travelled): void {
    for (;;) {
      const { undo, redo } = this.nextSteps();
      const isBack = undo !== null && undo.revision > target;
      const step = isBack ? undo : redo && redo.revision <= target ? redo : null;
      if (!step) {
        if ((undo?.revision ?? 0) === target) return;
        throw new VerbatimError('not_found', { kind: 'step', name: String(target) });
      }
      this.run(step, isBack ? 'undo' : 'redo', coder, travelled);
    }
  }

  /**
   * Applies the images of one change set, page by page, after checking that nothing else has come between: a row that others have
   * changed since may stand as this step left it, and yet they could not go back behind their own steps any more.
   */
  run(step: ChangeSetRow, kind: 'undo' | 'redo', coder: string | null, travelled: Travelled): void {
    const { tables, documents, sample } = travelled;
    const revision = ++travelled.revision;
    travelled[kind === 'undo' ? 'undone' : 'redone'] += 1;
    sample.length = 0;
    const since = [changeQueries.changedSince, changeQueries.placedSince]
      .map(({ sql }) => this.db.prepare<[number, number], { table_name: string; key: string }>(sql))
      .map((query) => query.get(step.revision, step.revision))
      .find((row) => row !== undefined);
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

  private newest(query: Query<ChangeSetRow>): ChangeSetRow | null {
    return this.db.prepare<[], ChangeSetRow>(query.sql).get() ?? null;
  }

  /** Puts one image in place of another; answers the document it belongs to. */
  private apply(change: ChangeRow, expected: string | null, wanted: string | null): string | null {
    const table: Table | undefined = loggedTables.get(change.table_name);
    if (!table || !this.log.matches(table, change.key, expected)) {
      throw new VerbatimError('history_conflict', { table: change.table_name, key: change.key });
    }
    const image = JSON.parse((wanted ?? expected)!) as Row;
    const before = this.log.documentOf(table, image);
    try {
      this.log.restore(table, change.key, wanted);
    } catch (error) {
      throw nameTaken(table, image, error) ?? error;
    }
    return before ?? this.log.documentOf(table, image);
  }
}
