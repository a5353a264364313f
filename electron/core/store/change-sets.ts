import type { Database, Statement } from 'better-sqlite3';
import type { Ports } from '../ports.ts';

type Parameters = [number, string, string, string, string, string | null, string, number | null];

/** Writes the heads of the history's steps. */
export class ChangeSets {
  private readonly ports: Ports;
  private readonly insert: Statement<Parameters>;

  constructor(db: Database, ports: Ports) {
    this.ports = ports;
    this.insert = db.prepare(
      'INSERT INTO main.change_set (revision, id, kind, command, label, coder, at, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  record(
    revision: number,
    kind: 'command' | 'undo' | 'redo',
    command: string,
    label: string,
    coder: string | null,
    target: number | null,
  ): void {
    const at = this.ports.clock.now().toISOString();
    this.insert.run(revision, this.ports.ids.next(), kind, command, label, coder, at, target);
  }
}
