import type { ListedMemo, MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { searchForm } from '../../../shared/text/search-form.ts';

export type MemoFilter = {
  readonly query: string;
  readonly kind: MemoTarget['kind'] | 'all';
  /** A coder's id, or `all`. */
  readonly coder: string;
};

/**
 * The memos that pass, the one written last first. The query is looked for in the memo, the name of what it is about and
 * the words it stands on, whatever their case; several words may stand anywhere.
 */
export function matchingMemos(
  memos: readonly ListedMemo[],
  { query, kind, coder }: MemoFilter,
  nameOf: (memo: ListedMemo) => string,
): ListedMemo[] {
  const words = searchForm(query).split(/\s+/).filter(Boolean);
  const fits = (memo: ListedMemo): boolean => {
    if (kind !== 'all' && memo.target.kind !== kind) return false;
    if (coder !== 'all' && memo.coder !== coder) return false;
    if (words.length === 0) return true;
    const searched = searchForm(`${memo.text}\n${nameOf(memo)}\n${memo.passage?.quote ?? ''}`);
    return words.every((word) => searched.includes(word));
  };
  return memos.filter(fits).toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}
