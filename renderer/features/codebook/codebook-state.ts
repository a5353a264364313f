import { create } from 'zustand';
import type { CodeId } from '../../../shared/domain/ids.ts';

type CodebookState = {
  /** The code whose rules are shown beside the transcript. */
  readonly selected: CodeId | null;
  /** The candidate highlighted in the selection bar; it takes precedence while the bar is open. */
  readonly candidate: CodeId | null;
};

export const useCodebookState = create<CodebookState>(() => ({ selected: null, candidate: null }));

export function selectCode(code: CodeId | null): void {
  useCodebookState.setState({ selected: code });
}

export function setCandidate(code: CodeId | null): void {
  useCodebookState.setState({ candidate: code });
}
