import { textDiff } from '../../../../shared/text/diff.ts';
import { reanchorer } from '../../../../shared/text/reanchor.ts';
import { type DocumentRow, documentTable } from '../../store/repositories/document-table.ts';
import type { SelectionRow } from '../../store/repositories/selection-table.ts';
import { decodeStoredText } from '../../store/stored-text.ts';
import type { Row, Table } from '../../store/table.ts';
import { anchorColumns } from '../selections.ts';
import { rowsOf } from './held-rows.ts';
import type { MergeSide } from './merge-side.ts';

/** A document whose text is not the same on both sides: which one stays, and where passages of the other stand in it. */
export type DifferingText = {
  readonly name: string;
  readonly taken: 'here' | 'there';
  placed: number;
  readonly detached: { readonly id: string; readonly words: string }[];
  /** The selection of the side whose text does not stay, placed in the one that does; detached where its words are not found. */
  readonly moved: (row: SelectionRow) => SelectionRow;
};

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
    moved: (row) => {
      if (row.state === 'detached') return row;
      const words = from.slice(row.start_at, row.end_at);
      const { finding, span } = place({ start: row.start_at, end: row.end_at });
      if (span && (finding === 'same' || finding === 'sure')) {
        text.placed += 1;
        return { ...row, ...anchorColumns(to, span) };
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
