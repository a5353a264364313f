import type { MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { showView } from '../../app/navigation.ts';
import { setKept, useKept } from '../results/kept-state.ts';

const chosen = 'memos.target';

/** A target as a key: one memo of each coder stands on it. */
export function targetKey({ kind, id }: MemoTarget): string {
  return `${kind} ${id ?? ''}`;
}

/** What the memo shown is about; it ends with the project. */
export function useChosenTarget(): readonly [MemoTarget | null, (target: MemoTarget | null) => void] {
  return useKept<MemoTarget | null>(chosen, null);
}

/** Opens the memos with the one on this target, to be read or begun. */
export function openMemo(target: MemoTarget): void {
  setKept(chosen, target);
  showView('memos');
}
