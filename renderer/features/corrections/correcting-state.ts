import { create } from 'zustand';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MessageId } from '../../i18n/text.ts';

type Correcting = {
  /** The transcript whose words are being corrected, if any. */
  readonly document: DocumentId | null;
  /** What was last refused, for the banner to say. */
  readonly refusal: MessageId | null;
};

export const useCorrecting = create<Correcting>(() => ({ document: null, refusal: null }));

export function startCorrecting(document: DocumentId): void {
  useCorrecting.setState({ document, refusal: null });
}

export function stopCorrecting(): void {
  useCorrecting.setState({ document: null, refusal: null });
}

export function sayRefused(refusal: MessageId | null): void {
  if (useCorrecting.getState().refusal !== refusal) useCorrecting.setState({ refusal });
}
