import type { Database } from 'better-sqlite3';

/** How long after the last commit the log is written back into the main file, in milliseconds. */
const idleBeforeCheckpoint = 2000;

/** Writes the log back into the file when nothing has been committed for a while. */
export class IdleCheckpoint {
  private readonly db: Database;
  private timer: NodeJS.Timeout | null = null;

  constructor(db: Database) {
    this.db = db;
  }

  later(): void {
    this.stop();
    this.timer = setTimeout(() => {
      try {
        if (this.db.open && !this.db.inTransaction) this.db.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // A full disk: what is committed is in the log, and the next commit tries again.
      }
    }, idleBeforeCheckpoint);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }
}
