import type { Database, Statement } from 'better-sqlite3';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Ports } from '../ports.ts';
import { Blobs } from './blobs.ts';
import { ChangeLog } from './change-log.ts';
import { keyValues } from './row-images.ts';
import { ChangeSets } from './change-sets.ts';
import { type Erasure, erasePast, isRewriteDue, reclaim } from './erasure.ts';
import { fileError, storeError } from './file-errors.ts';
import { type FileFault, fileFaults } from './file-faults.ts';
import { IdleCheckpoint } from './idle-checkpoint.ts';
import { closeProjectFile, createProjectFile, discardProjectFile, openProjectFile, type OpenOptions } from './open.ts';
import { type ChangeRow, type ChangeSetRow, changeSetQueries } from './repositories/change-set-table.ts';
import { loggedTables } from './repositories/registry.ts';
import { ScratchKeys } from './scratch-keys.ts';
import { Reversal, type TravelGuard, Travelled } from './reversal.ts';
import { Sight } from './sight.ts';
import { AllWords } from './all-words.ts';
import { Staging } from './staging.ts';
import { SearchIndex } from './search-index.ts';
import type { Query, Row, Table } from './table.ts';
import type { Command, Committed } from './command.ts';

type Parameters = readonly (string | number | null)[];

/** Pages kept in memory, in KiB where negative: SQLite's own choice, and for commands that write hundreds of thousands of rows. */
const [usualCache, longCommandCache] = [-2000, -32_000];

/**
 * One open project file. Reads go through the repositories' queries; every change goes through `transact`,
 * which commits it together with the row images that undo it.
 */
export class Store {
  readonly path: string;
  readonly readOnly: boolean;
  readonly blobs: Blobs;
  /** Whose work reads answer from. */
  readonly sight: Sight;
  readonly searchIndex: SearchIndex;
  readonly words: AllWords;
  private readonly db: Database;
  private readonly log: ChangeLog;
  private readonly statements = new Map<string, Statement<(string | number | null)[]>>();
  private readonly listeners = new Set<(committed: Committed) => void>();
  private lastRevision: number;
  private readonly checkpoint: IdleCheckpoint;
  private readonly sets: ChangeSets;
  private readonly reversal: Reversal;

  private constructor(path: string, db: Database, readOnly: boolean, ports: Ports) {
    this.path = path;
    this.db = db;
    this.readOnly = readOnly;
    this.blobs = new Blobs(db, path);
    this.words = new AllWords(db);
    this.checkpoint = new IdleCheckpoint(db);
    this.sets = new ChangeSets(db, ports);
    this.log = new ChangeLog(db, this.blobs);
    this.reversal = new Reversal(db, { log: this.log, sets: this.sets, blobs: this.blobs });
    this.sight = new Sight(db);
    this.searchIndex = new SearchIndex(db, path);
    this.lastRevision = this.get(changeSetQueries.lastRevision)?.revision ?? 0;
  }

  static open(path: string, ports: Ports, options: OpenOptions = {}): Store {
    const { db, readOnly } = openProjectFile(path, options);
    return Store.around(path, db, readOnly, ports);
  }

  static create(path: string, ports: Ports): Store {
    return Store.around(path, createProjectFile(path), false, ports);
  }

  private static around(path: string, db: Database, readOnly: boolean, ports: Ports): Store {
    try {
      return new Store(path, db, readOnly, ports);
    } catch (error) {
      db.close();
      throw fileError(error, path, 'project_not_found');
    }
  }

  /** Counts up with every change, undo and redo included. */
  get revision(): number {
    return this.lastRevision;
  }

  /** Told after every commit which tables changed, until told to stop. */
  onCommit(listener: (committed: Committed) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  all<R>(query: Query<R>, ...parameters: Parameters): R[] {
    return this.reading(() => this.prepared(query).all(...parameters) as R[]);
  }

  get<R>(query: Query<R>, ...parameters: Parameters): R | undefined {
    return this.reading(() => this.prepared(query).get(...parameters) as R | undefined);
  }

  /** Rows one by one, for reads too large to hold; nothing may be written meanwhile. */
  *iterate<R>(query: Query<R>, ...parameters: Parameters): Generator<R> {
    try {
      yield* this.prepared(query).iterate(...parameters) as IterableIterator<R>;
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }

  /** One row of a logged table by its key, or null. */
  row<R extends Row>(table: Table<R>, key: string): R | null {
    const where = table.key.map((column) => `${column} = ?`).join(' AND ');
    const select = this.statement(`SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${where}`);
    return this.reading(() => (select.get(...keyValues(table, key)) as R | undefined) ?? null);
  }

  /**
   * Runs one command in one transaction. What it writes through the change log is committed with its images when `run`
   * returns, and nothing of it when it throws. A command that changes nothing leaves no trace and no revision. Inside, reads
   * see everybody's work: what a blind coder changes must leave that of the others right.
   */
  transact<Result>(command: Command, run: (log: ChangeLog) => Result): Result {
    const { result, committed } = this.writing(() => this.step(command, run));
    this.announce(committed);
    return result;
  }

  private step<Result>(command: Command, run: (log: ChangeLog) => Result) {
    this.beginSet(command);
    const result = this.sight.whole(() => run(this.log));
    return { result, committed: this.endSet() };
  }

  /**
   * The same step by step; `between` is waited for after each and may throw to undo everything. The transaction stays open
   * meanwhile: whoever calls sees to it that nothing else reaches the file.
   */
  async transactInSteps<Step, Result>(
    command: Command,
    run: (log: ChangeLog) => Generator<Step, Result>,
    between: (step: Step) => Promise<void>,
  ): Promise<Result> {
    this.start();
    this.db.pragma(`cache_size = ${longCommandCache}`);
    try {
      this.beginSet(command);
      const steps = run(this.log);
      for (;;) {
        const step = this.sight.whole(() => steps.next());
        if (!step.done) {
          await between(step.value);
          continue;
        }
        const committed = this.endSet();
        this.db.exec('COMMIT');
        this.announce(committed);
        return step.value;
      }
    } catch (error) {
      throw this.failed(error);
    } finally {
      if (this.db.open) this.db.pragma(`cache_size = ${usualCache}`);
    }
  }

  /** Whether a command is under way, step by step. */
  get isBusy(): boolean {
    return this.db.open && this.db.inTransaction;
  }

  private beginSet(command: Command): void {
    const revision = this.lastRevision + 1;
    this.sets.record(revision, 'command', command.name, JSON.stringify(command.label ?? {}), command.coder, null);
    this.log.begin(revision);
    if (command.defersReferences === true) this.db.pragma('defer_foreign_keys = ON');
  }

  private endSet(): Committed | null {
    const revision = this.lastRevision + 1;
    const { rows, tables, documents } = this.log.end();
    if (rows > 0) return { revision, tables, documents };
    this.run('DELETE FROM main.change_set WHERE revision = ?', revision);
    return null;
  }

  /** The step Undo would reverse, and the one Redo would repeat. */
  nextSteps(): { undo: ChangeSetRow | null; redo: ChangeSetRow | null } {
    return this.reading(() => this.reversal.nextSteps());
  }

  /** Reverses the newest command that stands. Throws `nothing_to_undo`, `past_erased`, and what {@link travel} does. */
  undo(coder: string | null, guard?: TravelGuard): { step: ChangeSetRow; changes: ChangeRow[] } {
    return this.travelOnce('undo', coder, guard);
  }

  /** Repeats the command undone last. Throws `nothing_to_redo`, and what {@link travel} does. */
  redo(coder: string | null, guard?: TravelGuard): { step: ChangeSetRow; changes: ChangeRow[] } {
    return this.travelOnce('redo', coder, guard);
  }

  private travelOnce(way: 'undo' | 'redo', coder: string | null, guard?: TravelGuard) {
    const step = this.reading(() => (way === 'undo' ? this.reversal.toUndo() : this.reversal.toRedo()));
    const { sample } = this.travel((travelled) => this.reversal.run(step, way, coder, travelled), guard);
    return { step, changes: sample };
  }

  /**
   * Undoes or repeats commands until the one of this revision is the newest that stands (0: none but the making of the
   * project), all in one transaction; each is recorded as if done singly. Throws `not_found` for a step that cannot be
   * reached that way, and what {@link travel} does.
   */
  travelTo(
    target: number,
    coder: string | null,
    guard?: TravelGuard,
  ): { undone: number; redone: number; changes: ChangeRow[] } {
    const { undone, redone, sample } = this.travel((travelled) => this.reversal.runTo(target, coder, travelled), guard);
    return { undone, redone, changes: sample };
  }

  /**
   * Goes through the history in one transaction. Throws `history_conflict` for what rows made later do not allow (one's own
   * step may be older than another coder's), `history_name_taken`, and what the guard does; nothing has changed then.
   */
  private travel(go: (travelled: Travelled) => void, guard?: TravelGuard): Travelled {
    const travelled = new Travelled(this.lastRevision);
    try {
      this.writing(() => {
        go(travelled);
        if (guard) this.sight.whole(() => guard(travelled.documents));
      });
    } catch (error) {
      if (!((error as { code?: string }).code ?? '').startsWith('SQLITE_CONSTRAINT')) throw error;
      throw new VerbatimError('history_conflict', { table: 'project', key: '' }, { cause: error });
    }
    const { revision, tables, documents } = travelled;
    if (revision > this.lastRevision) this.announce({ revision, tables: [...tables], documents: [...documents] });
    return travelled;
  }

  /** Writes outside the history: where the reader was. */
  keepView(key: string, value: string): void {
    if (this.readOnly) return;
    this.writing(() =>
      this.run(
        'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        key,
        value,
      ),
    );
  }

  /** Writes outside the history, in one transaction: what no undo reaches. */
  beside(write: (run: (sql: string, ...parameters: Parameters) => void) => void): void {
    this.writing(() => write((sql, ...parameters) => this.run(sql, ...parameters)));
  }

  /** Faults SQLite itself finds. */
  readonly fileFaults = (): FileFault[] => this.reading(() => fileFaults(this.db));

  /** The whole project file as it stands, the log written back into it. */
  wholeBytes(): Uint8Array {
    return this.reading(() => this.db.serialize());
  }

  /** Copies the project as it stands into another file, page by page, while it stays open. */
  async backup(path: string): Promise<void> {
    await this.db.backup(path);
  }

  /** All rows of a logged table. */
  rows<R extends Row>(table: Table<R>): R[] {
    return this.reading(() => this.statement(`SELECT ${table.columns.join(', ')} FROM ${table.name}`).all() as R[]);
  }

  /**
   * Does a step and erases what is past, both or neither. The command, if there is one, stands in the history as a step behind which
   * nothing is undone. What could still be read in the search index and in free pages goes with {@link reclaim}, which is to follow:
   * until it has, the project remembers that it is due.
   */
  erase(
    first: Command & { readonly run: (log: ChangeLog) => void },
    command: Command | null,
    erasure: Erasure,
  ): { originals: number } {
    this.db.pragma('secure_delete = ON');
    let revision = this.lastRevision;
    const erased = this.writing(() => {
      revision = this.step(first, first.run).committed?.revision ?? revision;
      const done = erasePast(this.db, erasure);
      if (command !== null)
        this.sets.record(++revision, 'command', command.name, JSON.stringify(command.label ?? {}), command.coder, null);
      return done;
    });
    this.announce({ revision, tables: [...loggedTables.keys()], documents: [] });
    return erased;
  }

  /** Empties the search index and writes the file anew, without what was erased: that takes as much space again. */
  reclaim(): void {
    this.searchIndex.purge();
    this.reading(() => reclaim(this.db));
  }

  /** Whether {@link reclaim} is still to follow what was erased. */
  get rewriteDue(): boolean {
    return this.reading(() => isRewriteDue(this.db));
  }

  /** A place for keys during a long import. */
  scratch(): ScratchKeys {
    return new ScratchKeys(this.db);
  }

  /** A place to lay files down, with rows of one table, until one command takes them over. */
  staging<R extends Row>(table: Table<R>): Staging<R> {
    return new Staging(this.db, this.path, table);
  }

  /** Closes and deletes a file whose making failed. */
  discard(): void {
    this.listeners.clear();
    this.db.close();
    discardProjectFile(this.path);
  }

  close(): void {
    this.checkpoint.stop();
    this.listeners.clear();
    closeProjectFile(this.db, this.readOnly);
  }

  private announce(committed: Committed | null): void {
    if (!committed) return;
    this.lastRevision = committed.revision;
    this.checkpoint.later();
    for (const listener of this.listeners) listener(committed);
  }

  /** Runs a write in one immediate transaction; whatever goes wrong, nothing of it stays. */
  private writing<Result>(write: () => Result): Result {
    this.start();
    try {
      const result = write();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      throw this.failed(error);
    }
  }

  private start(): void {
    const readOnly = Object.assign(new Error('read-only'), { code: 'SQLITE_READONLY' });
    if (this.readOnly) throw fileError(readOnly, this.path, 'project_not_found');
    try {
      this.db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }

  private failed(error: unknown): unknown {
    this.log.end();
    if (this.db.open && this.db.inTransaction) this.db.exec('ROLLBACK');
    return storeError(error, this.db, this.path);
  }

  private reading<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }

  private run(sql: string, ...parameters: Parameters): void {
    this.statement(sql).run(...parameters);
  }

  private prepared(query: Query<unknown>): Statement<(string | number | null)[]> {
    return this.statement(query.sql);
  }

  private statement(sql: string): Statement<(string | number | null)[]> {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.db.prepare<(string | number | null)[]>(sql);
    this.statements.set(sql, made);
    return made;
  }
}
