import { contextLength } from '../../../../shared/text/anchor.ts';
import { type ChangeMap, changeMap, type TextChanges } from '../../../../shared/text/change.ts';
import { textDiff } from '../../../../shared/text/diff.ts';
import { type Reanchored, reanchorer } from '../../../../shared/text/reanchor.ts';
import type { ParsedFile } from '../../import/parsed-file.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { selectionQueries, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { breathe } from '../project/context.ts';
import { holdsWords } from '../codings/selections.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What a corrected file makes of a document, worked out before anything is changed. */
export type ReimportPlan = {
  readonly row: DocumentRow;
  readonly text: string;
  readonly next: string;
  readonly changes: TextChanges;
  readonly map: ChangeMap;
  /** Selections near a change, with where each stands then; null for one that had no place before. */
  readonly near: readonly { readonly selection: SelectionRow; readonly found: Reanchored | null }[];
  /** Selections no change comes near. */
  readonly far: number;
};

/** How many passages are placed before other calls are let in. */
const passagesAtOnce = 20;

/** Works out what a corrected file changes. `progress` may throw to stop it. */
export async function planReimport(
  project: OpenProject,
  row: DocumentRow,
  parsed: Pick<ParsedFile, 'text'>,
  progress: (done: number, total: number) => void,
): Promise<ReimportPlan> {
  const text = project.texts.of(row);
  const changes = textDiff(text, parsed.text);
  const map = changeMap(changes);
  const place = reanchorer(text, parsed.text, changes);
  const all = project.store.all(selectionQueries.everyoneIn, row.id);
  const close = all.filter((one) => map.touches(one.start_at - contextLength, one.end_at + contextLength));
  const near: { selection: SelectionRow; found: Reanchored | null }[] = [];
  for (const [at, selection] of close.entries()) {
    if (at % passagesAtOnce === 0) {
      progress(at, close.length);
      await breathe();
    }
    const span = { start: selection.start_at, end: selection.end_at };
    near.push({ selection, found: holdsWords(text, selection) ? place(span) : null });
  }
  return { row, text, next: parsed.text, changes, map, near, far: all.length - close.length };
}
