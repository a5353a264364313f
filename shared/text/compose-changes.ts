import type { TextChange, TextChanges } from './change.ts';

/** A stretch of the text between the two steps: kept from the old one, or inserted by the first step. */
type Piece = { kept: number } | { inserted: string };

/** Collects what becomes of the old text from its beginning on; what is done at one place becomes one change. */
class Composed {
  readonly changes: TextChange[] = [];
  private at = 0;
  private open: { from: number; insert: string } | null = null;

  keep(length: number): void {
    if (length === 0) return;
    this.close();
    this.at += length;
  }

  remove(length: number): void {
    if (length === 0) return;
    this.open ??= { from: this.at, insert: '' };
    this.at += length;
  }

  insert(text: string): void {
    if (text === '') return;
    this.open ??= { from: this.at, insert: '' };
    this.open.insert += text;
  }

  close(): void {
    if (this.open && (this.open.from < this.at || this.open.insert !== ''))
      this.changes.push({ from: this.open.from, to: this.at, insert: this.open.insert });
    this.open = null;
  }
}

/**
 * Two steps of changes as one: the changes that make of the first text what `second` makes of the text after `first`.
 * Mapping a position through the composition equals mapping it through both steps wherever it stands apart from what
 * the composition replaces; at the edge of replaced text the composition keeps it at that edge, although the steps,
 * taken singly, may have inserted the replacement on its other side.
 */
export function composedChanges(first: TextChanges, second: TextChanges): TextChanges {
  const composed = new Composed();
  let nextOfFirst = 0;
  let old = 0;
  let piece: Piece | null = null;

  const nextPiece = (): Piece => {
    const change = first[nextOfFirst];
    if (change && change.from === old) {
      composed.remove(change.to - change.from);
      old = change.to;
      nextOfFirst++;
      if (change.insert !== '') return { inserted: change.insert };
    }
    const until = first[nextOfFirst]?.from ?? Number.POSITIVE_INFINITY;
    const kept = until - old;
    old = until;
    return { kept };
  };

  /** Goes over so much of the text between the steps, which the second step keeps or takes out. */
  const pass = (length: number, isKept: boolean): void => {
    for (let left = length; left > 0; ) {
      piece ??= nextPiece();
      if ('kept' in piece) {
        const taken = Math.min(left, piece.kept);
        if (isKept) composed.keep(taken);
        else composed.remove(taken);
        left -= taken;
        piece = piece.kept > taken ? { kept: piece.kept - taken } : null;
      } else {
        const taken = Math.min(left, piece.inserted.length);
        if (isKept) composed.insert(piece.inserted.slice(0, taken));
        left -= taken;
        piece = piece.inserted.length > taken ? { inserted: piece.inserted.slice(taken) } : null;
      }
    }
  };

  let between = 0;
  for (const { from, to, insert } of second) {
    pass(from - between, true);
    pass(to - from, false);
    composed.insert(insert);
    between = to;
  }
  while (nextOfFirst < first.length || (piece !== null && 'inserted' in piece)) {
    piece ??= nextPiece();
    if ('kept' in piece) {
      if (piece.kept === Number.POSITIVE_INFINITY) break;
      composed.keep(piece.kept);
    } else composed.insert(piece.inserted);
    piece = null;
  }
  composed.close();
  return composed.changes;
}
