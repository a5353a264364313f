import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Header and rows of a table of codings; `unplaced` are those that have lost their words and are not in it. */
export type CodingRows = { readonly rows: readonly (readonly (string | number)[])[]; readonly unplaced: number };

export const codingColumns = ['document', 'coder', 'code', 'start', 'end', 'text', 'memo'] as const;

/** The project's codings as rows: code points, raw slices, in the order of documents and places. Throws `not_found`. */
export function codingRows(project: OpenProject, coderName: string | undefined): CodingRows {
  const { store } = project;
  const names = new CodeNames(store);
  const keys = new Map(names.ids().map((id) => [id, names.key(id)]));
  const coders = coderNames(project);
  if (coderName !== undefined && ![...coders.values()].includes(coderName))
    throw new VerbatimError('not_found', { kind: 'coder', name: coderName });
  const isMeant = ({ coder }: { coder: string }): boolean => coderName === undefined || coders.get(coder) === coderName;
  const rows: (string | number)[][] = [];
  for (const document of store.all(documentQueries.all)) {
    const codings = store.all(codingQueries.placedInDocument, document.id).filter(isMeant);
    if (codings.length === 0) continue;
    const text = project.texts.of(document);
    const offsets = codePointOffsets(text);
    const memos = new Map(
      store.all(memoQueries.onCodingsOfDocument, document.id).map((memo) => [memo.coding, memo.text]),
    );
    const sorted = codings
      .map((coding) => ({ ...coding, key: keys.get(coding.code)!, coderName: coders.get(coding.coder)! }))
      .sort(
        (a, b) =>
          a.start_at - b.start_at ||
          a.end_at - b.end_at ||
          byCodeUnits(a.key, b.key) ||
          byCodeUnits(a.coderName, b.coderName),
      );
    for (const coding of sorted) {
      rows.push([
        document.name,
        coding.coderName,
        coding.key,
        offsets.toCodePoint(coding.start_at),
        offsets.toCodePoint(coding.end_at),
        text.slice(coding.start_at, coding.end_at),
        memos.get(coding.id) ?? '',
      ]);
    }
  }
  const unplaced = store.all(codingQueries.unplaced).filter(isMeant);
  return { rows, unplaced: unplaced.reduce((sum, { count }) => sum + count, 0) };
}
