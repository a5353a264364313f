import type { CodeId } from '../../../shared/domain/ids.ts';
import { createProjectState } from '../../api/project-state.ts';

/** What is being done to the codebook in a dialog. */
export type CodebookDialog =
  | { readonly kind: 'new'; readonly parent: CodeId | null }
  /** With the file that was dropped on the window, if one was. */
  | { readonly kind: 'import'; readonly file?: File }
  | { readonly kind: 'edit' | 'delete' | 'split'; readonly code: CodeId }
  | { readonly kind: 'merge'; readonly code: CodeId; readonly into: CodeId | null }
  /** One code was dropped on another: to move or to merge? */
  | { readonly kind: 'drop'; readonly code: CodeId; readonly target: CodeId };

type CodebookState = {
  /** The code whose rules are shown beside the transcript. */
  readonly selected: CodeId | null;
  /** The candidate highlighted in the selection bar; it takes precedence while the bar is open. */
  readonly candidate: CodeId | null;
  readonly dialog: CodebookDialog | null;
};

export const useCodebookState = createProjectState<CodebookState>({ selected: null, candidate: null, dialog: null });

export function selectCode(code: CodeId | null): void {
  useCodebookState.setState({ selected: code });
}

export function setCandidate(code: CodeId | null): void {
  useCodebookState.setState({ candidate: code });
}

export function openCodebookDialog(dialog: CodebookDialog): void {
  useCodebookState.setState({ dialog });
}

export function closeCodebookDialog(): void {
  useCodebookState.setState({ dialog: null });
}
