import { nextUnit, unitAt } from '../../../shared/transcript/coding-unit.ts';
import type { DocumentPage } from './place/document-page.ts';
import { useTranscript } from './transcript-state.ts';

/** Selects the sentence at the reader's place; again the turn; again question and answer. */
export function widenSelection(page: DocumentPage): void {
  const { place, selection } = useTranscript.getState();
  const unit = nextUnit(page, place, selection);
  const span = unitAt(page, place, unit);
  // The place stays in its turn, so that the next step widens from the same words.
  if (span) useTranscript.setState({ selection: span, selectedCoding: null });
}
