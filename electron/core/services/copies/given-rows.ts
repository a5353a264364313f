import type { ForeignChangeRow, ForeignSetRow } from '../../store/repositories/copy-table.ts';
import { goneForGood } from '../../store/repositories/copy-table.ts';
import { imageOf } from '../../store/row-images.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import { later } from '../../store/row-stamps.ts';
import type { Row, Table } from '../../store/table.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';
import type { SameThings } from './same-things.ts';

type GivenStep = { readonly set: ForeignSetRow; readonly changes: readonly ForeignChangeRow[] };

/**
 * What the other copy holds with stamps no history tells, as steps it began with: rows the coder has left as they were given,
 * which count as that coder has them, what was done in a copy that this one was made from, and what was done knowing of
 * another copy's work, which its steps alone do not say. Without them the next merge would not know why these rows stand, or
 * are gone.
 */
export class GivenRows {
  private readonly steps = new Map<string, { coder: string | null; at: string; changes: ForeignChangeRow[] }>();
  private readonly here: MergeSide;
  private readonly there: MergeSide;
  private readonly same: SameThings;

  constructor(here: MergeSide, there: MergeSide, same: SameThings) {
    this.here = here;
    this.there = there;
    this.same = same;
    for (const table of loggedTables.values()) {
      for (const row of rowsOf(there.store, table)) this.standing(table, row);
      this.gone(table);
    }
  }

  /** The steps, to be kept under identifiers of their own. */
  stepsFor(newId: () => string): GivenStep[] {
    const { copy_id } = this.there.project;
    return [...this.steps.values()].map(({ coder, at, changes }) => {
      const id = newId();
      const kept = changes.map((change, seq) => ({ ...change, change_set: id, seq }));
      const about = { copy: copy_id, copy_for: coder, revision: 0, at };
      return {
        set: { id, ...about, kind: 'command', command: 'copies.make', label: '{}', coder: null, target: null },
        changes: kept,
      };
    });
  }

  private standing(table: Table, row: Row): void {
    const called = this.same.asHere(table, row);
    if (!called) return;
    const name = `${table.name} ${called.key}`;
    const live = this.there.live(table, called.key, row);
    if (live <= later(this.here.stamps.of(table.name, called.key).live, this.there.stamps.told(name).live)) return;
    this.keep(live, called.row, { table, key: called.key, before: null, after: imageOf(table, called.row) });
  }

  private gone(table: Table): void {
    for (const key of this.there.stamps.keysOf(table.name)) {
      const { gone, live } = this.there.stamps.of(table.name, key);
      if (gone < live || gone === '' || gone === goneForGood) continue;
      const row = this.here.store.row(table, key);
      const told = this.there.stamps.told(`${table.name} ${key}`);
      if (!row || gone <= later(this.here.gone(table, key), told.gone)) continue;
      this.keep(gone, row, { table, key, before: imageOf(table, row), after: null });
    }
  }

  private keep(
    stamp: string,
    row: Row,
    { table, key, before, after }: { table: Table; key: string; before: string | null; after: string | null },
  ): void {
    if (stamp === '') return;
    const coder = stamp.startsWith('1') ? String(row['coder']) : null;
    const name = `${stamp} ${coder ?? ''}`;
    const step = this.steps.get(name) ?? { coder, at: stamp.slice(1), changes: [] };
    this.steps.set(name, step);
    step.changes.push({ change_set: '', seq: 0, table_name: table.name, key, before, after });
  }
}
