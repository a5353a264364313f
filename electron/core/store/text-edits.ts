import type { Database, Statement } from 'better-sqlite3';
import { changedText, changeMap, type TextChanges } from '../../../shared/text/change.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Blobs } from './blobs.ts';
import { decodeStoredText, encodeText } from './stored-text.ts';

/** The name a text edit stands under in the history, among the tables whose rows it holds images of. */
export const textEditName = 'document_text';

/** The tables an edit touches, the text itself aside. */
export const textEditTables = ['document', 'selection', 'turn'];

/** Rows that an edit does not move along with the text, because it changes them otherwise: ids by table. */
export type Unmoved = { readonly selection: readonly string[]; readonly turn: readonly string[] };

/** One side of a text edit: which text it is, and the changes that make it of the other side's. */
type Side = { readonly text: string; readonly changes: readonly (readonly [number, number, string])[] };
/** The later side also says what did not move, and whether its text was new to the project. */
type Later = Side & { readonly unmoved: Unmoved; readonly isNew: boolean };

export type TextEdit = {
  readonly document: string;
  /** Hash of the text before. */
  readonly before: string;
  readonly after: string;
  readonly forward: TextChanges;
  readonly backward: TextChanges;
  readonly unmoved: Unmoved;
};

function written(changes: TextChanges): Side['changes'] {
  return changes.map(({ from, to, insert }) => [from, to, insert] as const);
}

function read({ changes }: Side): TextChanges {
  return changes.map(([from, to, insert]) => ({ from, to, insert }));
}

/** The text before an edit out of the one after it, with the hashes the two are known by. */
export function textBefore(text: string, edit: { before: string; after: string }) {
  const [earlier, later] = [JSON.parse(edit.before) as Side, JSON.parse(edit.after) as Side];
  return { text: changedText(text, read(earlier)), before: earlier.text, after: later.text };
}

/** Where the first change of an edit stands in the text there is now: the one before the edit or the one after. */
export function placeOfEdit(
  { before, after }: { readonly before: string; readonly after: string },
  text: string,
): { start: number; end: number } {
  const [earlier, later] = [JSON.parse(before) as Side, JSON.parse(after) as Side];
  const [start, end] = (text === earlier.text ? later : earlier).changes[0] ?? [0, 0];
  return { start, end };
}

/**
 * Changes of stored texts. The history keeps the changes of each, both ways, and not the text: a text no document refers
 * to any more is deleted, and undo makes it again. Selections and turns that merely stand further on move along without
 * images of their own; moving them back is part of undoing the edit.
 */
export class TextEdits {
  private readonly blobs: Blobs;
  private readonly selections: Statement<[string, number]>;
  private readonly turns: Statement<[string, number]>;
  private readonly moveSelection: Statement<[number, number, string]>;
  private readonly moveTurn: Statement<[number, number, number, string]>;

  constructor(db: Database, blobs: Blobs) {
    this.blobs = blobs;
    this.selections = db.prepare('SELECT id, start_at FROM main.selection WHERE document = ? AND start_at >= ?');
    this.turns = db.prepare('SELECT id, start_at FROM main.turn WHERE document = ? AND start_at >= ?');
    this.moveSelection = db.prepare(
      'UPDATE main.selection SET start_at = start_at + ?, end_at = end_at + ? WHERE id = ?',
    );
    this.moveTurn = db.prepare(
      'UPDATE main.turn SET start_at = start_at + ?, content_at = content_at + ?, end_at = end_at + ? WHERE id = ?',
    );
  }

  /** Moves the rows that stand behind changes; answers the images the history keeps of the edit. */
  make({ document, before, after, forward, backward, unmoved }: TextEdit, isNew: boolean): [string, string] {
    this.move(document, forward, unmoved);
    const earlier: Side = { text: before, changes: written(backward) };
    const later: Later = { text: after, changes: written(forward), unmoved, isNew };
    return [JSON.stringify(earlier), JSON.stringify(later)];
  }

  /**
   * Goes through an edit of the history backwards or forwards: makes the text it leads to and moves the rows. Answers the
   * hash of a text that may be deleted once the document's row is restored. Throws `history_conflict`.
   */
  travel(document: string, before: string, after: string, way: 'undo' | 'redo'): string | null {
    const earlier = JSON.parse(before) as Side;
    const later = JSON.parse(after) as Later;
    const [from, to] = way === 'undo' ? [later, earlier] : [earlier, later];
    const text = this.blobs.find(from.text);
    const made = text && this.blobs.put(encodeText(changedText(decodeStoredText(text), read(to))));
    if (made !== to.text) throw new VerbatimError('history_conflict', { table: textEditName, key: document });
    this.move(document, read(to), later.unmoved);
    // Repeating never deletes: a command repeated later may stand on the text.
    return way === 'undo' && later.isNew ? later.text : null;
  }

  private move(document: string, changes: TextChanges, unmoved: Unmoved): void {
    const first = changes[0];
    if (!first) return;
    const map = changeMap(changes);
    const staying = new Set([...unmoved.selection, ...unmoved.turn]);
    const further = (rows: Statement<[string, number]>, move: (by: number, id: string) => void): void => {
      for (const { id, start_at: start } of rows.all(document, first.from) as { id: string; start_at: number }[]) {
        if (staying.has(id)) continue;
        const by = map.position(start, 'after') - start;
        if (by !== 0) move(by, id);
      }
    };
    further(this.selections, (by, id) => this.moveSelection.run(by, by, id));
    further(this.turns, (by, id) => this.moveTurn.run(by, by, by, id));
  }
}
