import type { MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { showView } from '../../app/navigation.ts';
import { setKept, useKept } from '../results/kept-state.ts';

const chosen = 'memos.target';
const shown = 'memos.shown';

/** A target as a key: one memo of each coder stands on it. */
export function targetKey({ kind, id }: MemoTarget): string {
  return `${kind} ${id ?? ''}`;
}

/** What the memo shown is about; it ends with the project. */
export function useChosenTarget(): readonly [MemoTarget | null, (target: MemoTarget | null) => void] {
  return useKept<MemoTarget | null>(chosen, null);
}

/** Which memo on that target was chosen from the list, whoever codes now; null for one's own, be it still to be written. */
export function useShownMemo(): readonly [string | null, (memo: string | null) => void] {
  return useKept<string | null>(shown, null);
}

/** Opens the memos with one's own on this target, to be read or begun. */
export function openMemo(target: MemoTarget): void {
  setKept(chosen, target);
  setKept(shown, null);
  showView('memos');
}
