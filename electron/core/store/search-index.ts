import type { Database, Statement } from 'better-sqlite3';
import { storeError } from './file-errors.ts';

/** One part of a document as it goes into the index: folded and spaced. */
export type IndexedPart = { readonly words: string; readonly label: string };

/** The index rows of a document: part n stands in row `first + n`. */
export type IndexedDocument = { readonly document: string; readonly first: number; readonly parts: number };

/**
 * The index of words over all documents. Derived and outside the history: a document that is not in it, or whose rows are
 * stale, is searched in its text instead. Triggers mark rows stale in the very transaction that changes a text or a turn.
 */
export class SearchIndex {
  private readonly db: Database;
  private readonly path: string;
  private readonly fresh: Statement<[]>;
  private readonly matching: Statement<[string, number, number, number]>;

  constructor(db: Database, path: string) {
    this.db = db;
    this.path = path;
    this.fresh = db.prepare(
      'SELECT document, first_part AS first, parts FROM search_document WHERE stale = 0 ORDER BY first_part',
    );
    this.matching = db
      .prepare<[string, number, number, number]>(
        'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid LIMIT ?',
      )
      .pluck();
  }

  /** Documents whose rows say what their texts say, by their first rows. */
  documents(): IndexedDocument[] {
    return this.guarded(() => this.fresh.all() as IndexedDocument[]);
  }

  /** Rows from `from` up to `to` that an FTS5 expression meets, ascending, at most `limit`. */
  rows(match: string, from: number, to: number, limit: number): number[] {
    return this.guarded(() => this.matching.all(match, from, to, limit) as number[]);
  }

  /** Takes out the rows of documents that have changed or gone. */
  dropStale(): void {
    this.guarded(() => {
      const stale = this.db
        .prepare('SELECT first_part AS first, parts FROM search_document WHERE stale = 1')
        .all() as Omit<IndexedDocument, 'document'>[];
      if (stale.length === 0) return;
      const remove = this.db.prepare('DELETE FROM search_index WHERE rowid >= ? AND rowid < ?');
      this.db.transaction(() => {
        for (const { first, parts } of stale) remove.run(first, first + parts);
        this.db.prepare('DELETE FROM search_document WHERE stale = 1').run();
      })();
    });
  }

  /** Puts a document in, which is not there yet. */
  add(document: string, parts: readonly IndexedPart[]): void {
    this.guarded(() => {
      const insert = this.db.prepare('INSERT INTO search_index (rowid, words, label) VALUES (?, ?, ?)');
      this.db.transaction(() => {
        const { first } = this.db
          .prepare('SELECT coalesce(max(first_part + parts), 1) AS first FROM search_document')
          .get() as { first: number };
        for (const [place, { words, label }] of parts.entries()) insert.run(first + place, words, label);
        this.db
          .prepare('INSERT INTO search_document (document, first_part, parts) VALUES (?, ?, ?)')
          // A document without a part still needs a row of its own, or the next one would begin at the same.
          .run(document, first, Math.max(1, parts.length));
      })();
    });
  }

  /**
   * Empties the index with its bytes overwritten, so that no word stays in the file: for what must be really gone. It fills
   * again from the texts that are left.
   */
  purge(): void {
    this.guarded(() => {
      const standing = this.db.pragma('secure_delete', { simple: true }) as number;
      this.db.pragma('secure_delete = ON');
      try {
        this.db.transaction(() => {
          this.db.exec("INSERT INTO search_index (search_index) VALUES ('delete-all'); DELETE FROM search_document");
        })();
      } finally {
        this.db.pragma(`secure_delete = ${standing}`);
      }
    });
  }

  private guarded<Result>(run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      throw storeError(error, this.db, this.path);
    }
  }
}
