import type { ChangeMap } from '../../../../shared/text/change.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  adjudicationQueries,
  adjudicationTable,
  goldCodingQueries,
  goldCodingTable,
} from '../../store/repositories/adjudication-table.ts';
import type { Store } from '../../store/store.ts';

/** Removes a decision and its passages. */
export function removeAdjudication(store: Store, log: ChangeLog, id: string): void {
  for (const gold of store.all(goldCodingQueries.ofAdjudication, id)) log.remove(goldCodingTable, gold.id);
  log.remove(adjudicationTable, id);
}

/** A code that goes takes along the decisions about it, and its passages of others. */
export function removeCodeFromDecisions(store: Store, log: ChangeLog, code: string): void {
  for (const { id } of store.all(adjudicationQueries.ofCode, code)) removeAdjudication(store, log, id);
  for (const { id } of store.all(goldCodingQueries.ofCode, code)) log.remove(goldCodingTable, id);
}

/** A code merged into another leaves its decisions to it; a difference between the two is none any more. */
export function mergeDecisions(store: Store, log: ChangeLog, code: string, into: string): void {
  for (const row of store.all(adjudicationQueries.ofCode, code)) {
    const first = row.code === code ? into : row.code;
    const second = row.other_code === code ? into : row.other_code;
    log.update(adjudicationTable, row.id, { code: first, other_code: second === first ? null : second });
  }
  for (const { id } of store.all(goldCodingQueries.ofCode, code)) log.update(goldCodingTable, id, { code: into });
}

/** Decisions and their passages follow their words; a passage without words any more goes. */
export function moveDecisions(store: Store, log: ChangeLog, document: string, map: ChangeMap): void {
  for (const { id, start_at, end_at } of store.all(goldCodingQueries.ofDocument, document)) {
    const span = map.span({ start: start_at, end: end_at });
    if (span === null) log.remove(goldCodingTable, id);
    else if (span.start !== start_at || span.end !== end_at)
      log.update(goldCodingTable, id, { start_at: span.start, end_at: span.end });
  }
  for (const { id, start_at, end_at } of store.all(adjudicationQueries.ofDocument, document)) {
    const span = map.span({ start: start_at, end: end_at });
    if (span === null) removeAdjudication(store, log, id);
    else if (span.start !== start_at || span.end !== end_at)
      log.update(adjudicationTable, id, { start_at: span.start, end_at: span.end });
  }
}
