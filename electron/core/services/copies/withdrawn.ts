import type { Ports } from '../../ports.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { knownHistoryQueries, stampQueries, type StampRow } from '../../store/repositories/copy-table.ts';
import { caseTable } from '../../store/repositories/case-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import { speakerTable } from '../../store/repositories/turn-table.ts';
import type { Store } from '../../store/store.ts';
import { OpenProject } from '../project/open-project.ts';
import { gone, namesOf, takeOut, type Traces, tracesOf, withoutNames } from '../protection/respondent.ts';
import type { OtherCopy } from './other-copy.ts';

/**
 * Takes respondents who have been removed for good from the project out of a copy that is about to be merged and still has them:
 * nothing of theirs comes back, in no row and in no step of the history. Answers whether there was anything of theirs.
 */
export function withoutWithdrawn(here: Store, { store }: OtherCopy, ports: Ports): boolean {
  const withdrawn = here.all(stampQueries.goneForGood);
  if (!withdrawn.some((row) => isKnown(store, row))) return false;
  const theirs = new OpenProject(store, ports);
  store.sight.limit(null);
  const idsIn = (table: string): Set<string> =>
    new Set(withdrawn.filter(({ table_name }) => table_name === table).map(({ key }) => key));
  const known: Traces = {
    cases: idsIn(caseTable.name),
    documents: idsIn(documentTable.name),
    speakers: idsIn(speakerTable.name),
  };
  const traces = tracesOf(store, known);
  const scrub = withoutNames(namesOf(store, traces));
  const { revision } = store;
  const run = (log: ChangeLog): void => takeOut(theirs, log, traces);
  store.erase(
    { name: 'cases.remove', label: { case: gone, cases: 1 }, coder: theirs.coder, run },
    // No step of the copy's own: it would be a new one each time the copy is merged.
    null,
    { scrub, dropsOriginals: false, dropsExamples: true, goneForGood: traces, forgetsAfter: revision },
  );
  store.reclaim();
  return true;
}

function isKnown(store: Store, { table_name, key }: StampRow): boolean {
  const table = loggedTables.get(table_name);
  if (table !== undefined && store.row(table, key) !== null) return true;
  return store.get(knownHistoryQueries.ofRow, table_name, key) !== undefined;
}
