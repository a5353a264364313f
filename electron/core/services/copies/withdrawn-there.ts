import { caseTable } from '../../store/repositories/case-table.ts';
import { knownHistoryQueries, stampQueries } from '../../store/repositories/copy-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { speakerTable } from '../../store/repositories/turn-table.ts';
import type { Store } from '../../store/store.ts';
import type { Row, Table } from '../../store/table.ts';
import type { Traces } from '../protection/respondent.ts';

/** Respondents another copy took out for good, and what those are called who are still here, in a row or in the past. */
export type WithdrawnThere = { readonly traces: Traces; readonly names: readonly string[] };

export function withdrawnThere(here: Store, there: Store): WithdrawnThere {
  const known = new Set(here.all(stampQueries.goneForGood).map(({ table_name, key }) => `${table_name} ${key}`));
  const withdrawn = there
    .all(stampQueries.goneForGood)
    .filter(({ table_name, key }) => !known.has(`${table_name} ${key}`));
  const idsIn = (table: { readonly name: string }): Set<string> =>
    new Set(withdrawn.flatMap((row) => (row.table_name === table.name ? [row.key] : [])));
  const traces = { cases: idsIn(caseTable), documents: idsIn(documentTable), speakers: idsIn(speakerTable) };
  const cases = rowsKnown(here, caseTable, traces.cases);
  const documents = rowsKnown(here, documentTable, traces.documents);
  const speakers = rowsKnown(here, speakerTable, traces.speakers);
  const withoutCase = [...documents.values(), ...speakers.values()].filter(
    (row) => !cases.has(String(row['study_case'])) && !documents.has(String(row['document'])),
  );
  return { traces, names: [...cases.values(), ...withoutCase].map((row) => String(row['name'])) };
}

/** Rows as they stand, or as the past has them last. */
function rowsKnown<R extends Row>(store: Store, table: Table<R>, keys: ReadonlySet<string>): Map<string, Row> {
  const rows = new Map<string, Row>();
  if (keys.size === 0) return rows;
  for (const { table_name, key, before, after } of store.iterate(knownHistoryQueries.changes)) {
    const image = table_name === table.name && keys.has(key) ? (after ?? before) : null;
    if (image !== null) rows.set(key, JSON.parse(image) as Row);
  }
  for (const key of keys) {
    const row = store.row(table, key);
    if (row) rows.set(key, row);
  }
  return rows;
}
