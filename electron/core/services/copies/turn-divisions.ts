import type { MergeSide as Side } from '../../../../shared/contract/methods/copies.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { type TurnRow, turnQueries, turnTable } from '../../store/repositories/turn-table.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';

/** The turns of a document on one side: where each begins and ends, and when one of them was last written. */
function divisionOf(side: MergeSide, document: string): { places: string; written: string } {
  const turns = side.store.all(turnQueries.ofDocument, document);
  const places = turns.map(({ id, start_at, end_at }: TurnRow) => [id, start_at, end_at]);
  const stamps = turns.map((turn) => side.live(turnTable, turn.id, turn));
  return { places: JSON.stringify(places), written: stamps.reduce((a, b) => (a > b ? a : b), '') };
}

/**
 * Documents of one text that the two sides divide into turns differently, with the side whose turns stay: all of them, as turns
 * of both would overlap. Those of the side that changed a turn last.
 */
export function turnDivisions(here: MergeSide, there: MergeSide): Map<string, Side> {
  const found = new Map<string, Side>();
  for (const row of rowsOf(there.store, documentTable)) {
    const id = String(row['id']);
    if (here.store.row(documentTable, id)?.['text'] !== row['text']) continue;
    const [ours, theirs] = [divisionOf(here, id), divisionOf(there, id)];
    if (ours.places === theirs.places) continue;
    const isTheirs = ours.written === theirs.written ? theirs.places > ours.places : theirs.written > ours.written;
    found.set(id, isTheirs ? 'there' : 'here');
  }
  return found;
}
