import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { MergedFile, TableTally } from '../../../../shared/contract/methods/copies.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { knownHistoryQueries } from '../../store/repositories/copy-table.ts';
import { coderTable } from '../../store/repositories/coder-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Row, Table } from '../../store/table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { askForReview } from '../review/reviews.ts';
import { codebookChanges } from './codebook-changes.ts';
import { GivenRows } from './given-rows.ts';
import { BondMerge } from './merge-bonds.ts';
import { breakCircles, settleNames } from './merge-names.ts';
import { uniquesByTable } from './unique-columns.ts';
import { type Choices, RowMerge } from './merge-rows.ts';
import { MergeSide, partedAt } from './merge-side.ts';
import type { OtherCopy } from './other-copy.ts';
import { SameThings } from './same-things.ts';
import { References } from './table-references.ts';
import { unsettle } from './unsettle.ts';
import { WantedRows } from './wanted-rows.ts';
import { withdrawnThere } from './withdrawn-there.ts';

/** Takes the bytes over that rows of the other copy name. */
function takeBlobs(project: OpenProject, other: OtherCopy, wanted: WantedRows): void {
  const { blobs } = project.store;
  for (const { table, column } of blobs.columns())
    for (const each of wanted.tables.filter(({ name }) => name === table))
      for (const [, row] of wanted.of(each)) {
        const hash = row?.[column];
        if (typeof hash === 'string' && blobs.find(hash) === null) blobs.put(other.store.blobs.get(hash));
      }
}

/** Takes the steps over that are not known here, to be read; answers how many. */
function takeHistory(log: ChangeLog, here: MergeSide, there: MergeSide): number {
  const known = new Set(here.sets.map(({ id }) => id));
  const sets = there.sets.filter(({ id }) => !known.has(id));
  const foreign = new Set(sets.map(({ id }) => id));
  const changes = Map.groupBy(
    [...there.store.iterate(knownHistoryQueries.changes)].filter(({ change_set }) => foreign.has(change_set)),
    ({ change_set }) => change_set,
  );
  for (const set of sets) log.keepForeign(set, changes.get(set.id) ?? []);
  return sets.length;
}

function takeGiven(project: OpenProject, log: ChangeLog, given: GivenRows): number {
  const steps = given.stepsFor(() => project.newId());
  for (const { set, changes } of steps) log.keepForeign(set, changes);
  return steps.length;
}

/** What becomes of the rows, table by table. */
function tallies(wanted: WantedRows, rows: RowMerge): TableTally[] {
  return [...loggedTables.values()].map((table) => {
    const tally = { table: table.name, same: rows.same.get(table.name) ?? 0, added: 0, changed: 0, removed: 0 };
    for (const [key, row] of wanted.of(table)) {
      const standing = wanted.standing(table, key);
      if (row === null) tally.removed += standing ? 1 : 0;
      else if (!standing) tally.added += 1;
      else if (table.columns.some((column) => standing[column] !== row[column])) tally.changed += 1;
    }
    return tally;
  });
}

/** Whether names were sealed here after the copy was made: it does not know of that. */
function isOlderThanSeal(here: MergeSide, there: MergeSide): boolean {
  const sealed = here.sets.findLast(({ command }) => command === 'pseudonyms.seal')?.at;
  return sealed !== undefined && sealed > partedAt(here, there);
}

function coderOf(there: MergeSide): string | null {
  const { copy_for } = there.project;
  return copy_for === null ? null : (there.store.row(coderTable, copy_for)?.name ?? null);
}

/**
 * Merges one other copy inside a command of the caller's that looks at references in the end. Throws `merge_stranger` for
 * a copy of another project.
 */
export function mergeCopy(
  project: OpenProject,
  log: ChangeLog,
  other: OtherCopy,
  choices: Choices,
): MergedFile & { readonly chosen: Readonly<Record<string, string>> } {
  const { store } = project;
  const own = store.get(projectQueries.only)!;
  if (other.project.id !== own.id)
    throw new VerbatimError('merge_stranger', { file: other.file, name: other.project.name, project: own.name });
  const here = new MergeSide(store, own);
  const there = new MergeSide(other.store, other.project);
  const references = new References(store);
  const wanted = new WantedRows(store);
  unsettle(here, wanted, references);
  const same = new SameThings(here, there, references);
  const rows = new RowMerge(here, there, { wanted, same, choices });
  const bonds = new BondMerge(here, there, { rows, wanted, references });
  const nameOf = (table: Table, row: Row): string => rows.nameOf(table, row);
  const notes = [
    ...bonds.notes,
    ...breakCircles(here, wanted, nameOf),
    ...settleNames(here, wanted, references, nameOf),
  ];
  bonds.settle();

  const { names: withdrawn } = withdrawnThere(store, other.store);
  const given = new GivenRows(here, there, same);
  takeBlobs(project, other, wanted);
  const tables = tallies(wanted, rows);
  const codebook = codebookChanges(wanted, rows.conflicts, nameOf);
  const changes = wanted.apply(log, uniquesByTable(store));
  for (const { id, words } of detachedBy(rows)) askForReview(project, log, id, 'reimported', words);
  // What was written or removed there later is remembered even where the rows stay as they are: a third copy may be older.
  const isNews = changes > 0 || bonds.notes.length > 0 || there.stamps.isLaterThan(here.stamps);
  const steps = isNews ? takeHistory(log, here, there) + takeGiven(project, log, given) : 0;
  return {
    file: other.file,
    copy: other.project.copy_id,
    coder: coderOf(there),
    tables,
    withdrawn: [...withdrawn],
    conflicts: rows.conflicts,
    codebook,
    notes: [
      ...(other.lacks === true ? [{ kind: 'withdrawn' as const, table: 'study_case', name: '' }] : []),
      ...(isOlderThanSeal(here, there) ? [{ kind: 'unsealed' as const, table: 'project', name: '' }] : []),
      ...same.found.map(({ table, name }) => ({
        kind: table.name === 'coder' ? ('same_coder' as const) : ('same_document' as const),
        table: table.name,
        name,
      })),
      ...notes,
    ],
    texts: [...rows.texts.values()].map(({ name, taken, placed, detached }) => ({
      document: name,
      taken,
      placed,
      detached: detached.map(({ words }) => words),
    })),
    steps,
    chosen: Object.fromEntries(rows.chosen),
  };
}

function detachedBy(rows: RowMerge): { id: string; words: string }[] {
  return [...rows.texts.values()].flatMap(({ detached }) => detached);
}
