import { type ForeignSetRow, knownHistoryQueries, ownedTables } from '../../store/repositories/copy-table.ts';
import type { ProjectRow } from '../../store/repositories/project-table.ts';
import type { Store } from '../../store/store.ts';
import type { Row, Table } from '../../store/table.ts';
import { RowStamps } from '../../store/row-stamps.ts';

/** One of the two files of a merge. */
export class MergeSide {
  readonly store: Store;
  readonly project: ProjectRow;
  readonly stamps: RowStamps;
  readonly sets: readonly ForeignSetRow[];

  constructor(store: Store, project: ProjectRow) {
    this.store = store;
    this.project = project;
    this.stamps = new RowStamps(store);
    this.sets = store.all(knownHistoryQueries.sets);
  }

  /** When a row was last written here; a coder's own row in the copy made for that coder counts above all others. */
  live(table: Table, key: string, row: Row): string {
    const { live } = this.stamps.of(table.name, key);
    return this.isOwn(table, row) && live < '1' ? '1' : live;
  }

  /** Whether a row is the work of the coder this copy was made for. */
  isOwn(table: Table, row: Row): boolean {
    return this.project.copy_for !== null && row['coder'] === this.project.copy_for && ownedTables.has(table.name);
  }

  gone(table: Table, key: string): string {
    return this.stamps.of(table.name, key).gone;
  }

  /** The time of a revision of this file itself; empty where there is none. */
  timeOf(revision: number): string {
    return this.sets.find((set) => set.copy === this.project.copy_id && set.revision === revision)?.at ?? '';
  }

  /** When its own history began. */
  get began(): string {
    return this.timeOf(1);
  }
}

/** Until when two files were one: what was changed in both since then is a conflict. */
export function partedAt(here: MergeSide, there: MergeSide): string {
  const known = new Set(here.sets.map(({ id }) => id));
  const common = there.sets.filter(({ id }) => known.has(id)).map(({ at }) => at);
  if (there.project.base_copy === here.project.copy_id) common.push(here.timeOf(there.project.base_revision));
  else if (here.project.base_copy === there.project.copy_id) common.push(there.timeOf(here.project.base_revision));
  else if (common.length === 0) common.push(here.began < there.began ? here.began : there.began);
  return common.reduce((a, b) => (a > b ? a : b), '');
}
