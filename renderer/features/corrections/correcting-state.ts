import type { DocumentId } from '../../../shared/domain/ids.ts';
import { createProjectState } from '../../api/project-state.ts';
import type { MessageId } from '../../i18n/text.ts';
import { blockOnScreen } from '../transcript/place/dom-position.ts';
import { useTranscript } from '../transcript/transcript-state.ts';

type Correcting = {
  /** The transcript whose words are being corrected, if any. */
  readonly document: DocumentId | null;
  /** How far below the top of the pane the reader's turn stood; undefined if it was out of sight. */
  readonly at: number | undefined;
  /** What was last refused, for the banner to say. */
  readonly refusal: MessageId | null;
};

export const useCorrecting = createProjectState<Correcting>({ document: null, at: undefined, refusal: null });

export function startCorrecting(document: DocumentId): void {
  useCorrecting.setState({ document, at: blockOnScreen(useTranscript.getState().place), refusal: null });
}

export function stopCorrecting(): void {
  useCorrecting.setState({ document: null, refusal: null });
}

export function sayRefused(refusal: MessageId | null): void {
  if (useCorrecting.getState().refusal !== refusal) useCorrecting.setState({ refusal });
}
