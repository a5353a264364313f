import { textDiff } from '../../../../shared/text/diff.ts';
import { reanchorer } from '../../../../shared/text/reanchor.ts';
import { type DocumentRow, documentTable } from '../../store/repositories/document-table.ts';
import { type SelectionRow, selectionTable } from '../../store/repositories/selection-table.ts';
import { decodeStoredText } from '../../store/stored-text.ts';
import type { Row, Table } from '../../store/table.ts';
import { anchorColumns } from '../codings/selections.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';

/** A document whose text is not the same on both sides: which one stays, and where passages of the other stand in it. */
export type DifferingText = {
  readonly name: string;
  readonly taken: 'here' | 'there';
  placed: number;
  readonly detached: { readonly id: string; readonly words: string }[];
  /**
   * A row of the side whose text does not stay, placed in the one that does. A selection whose words are not found is detached; a
   * decision, or what was agreed, without its words is nothing any more: null.
   */
  readonly moved: (table: Table, row: Row) => Row | null;
};

/** Decisions and agreed codings stand at places too, without words of their own. */
const decided = new Set(['adjudication', 'gold_coding']);

/** Whether rows of a table are placed by `moved`. */
export function standsInText({ name }: Table): boolean {
  return name === selectionTable.name || decided.has(name);
}

function textOf({ store }: MergeSide, row: DocumentRow): string {
  return decodeStoredText(store.blobs.get(row.text));
}

function differing(name: string, taken: 'here' | 'there', from: string, to: string): DifferingText {
  const place = reanchorer(from, to, textDiff(from, to));
  const text: DifferingText = {
    name,
    taken,
    placed: 0,
    detached: [],
    moved: (table, given) => {
      const row = given as SelectionRow;
      if (row.state === 'detached') return row;
      const words = from.slice(row.start_at, row.end_at);
      const { finding, span } = place({ start: row.start_at, end: row.end_at });
      const found = finding === 'same' || finding === 'sure' ? span : null;
      if (decided.has(table.name)) return found && { ...given, start_at: found.start, end_at: found.end };
      if (found) {
        text.placed += 1;
        return { ...row, ...anchorColumns(to, found) };
      }
      text.detached.push({ id: row.id, words });
      return { ...row, start_at: 0, end_at: 0, state: 'detached', quote: words };
    },
  };
  return text;
}

/** Documents whose texts differ, by id; the text written later stays, or the one chosen. */
export function differingTexts(
  here: MergeSide,
  there: MergeSide,
  takesThere: (table: Table, key: string, ours: Row, theirs: Row) => boolean,
): Map<string, DifferingText> {
  const found = new Map<string, DifferingText>();
  for (const row of rowsOf(there.store, documentTable) as Generator<DocumentRow>) {
    const standing = here.store.row(documentTable, row.id);
    if (!standing || standing.text === row.text) continue;
    const [ours, theirs] = [textOf(here, standing), textOf(there, row)];
    const taken = takesThere(documentTable, row.id, standing, row) ? 'there' : 'here';
    found.set(
      row.id,
      taken === 'there' ? differing(row.name, taken, ours, theirs) : differing(row.name, taken, theirs, ours),
    );
  }
  return found;
}
