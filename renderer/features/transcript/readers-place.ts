import type { Span } from '../../../shared/domain/span.ts';
import { type ComingCoding, useTranscript } from './transcript-state.ts';

/**
 * Marks where the reader is; asked later, tells whether they are still there. Who has gone on meanwhile is not brought back
 * by an answer that comes late, and words they have chosen since stay chosen: `words` are those that may still be.
 */
export function markPlace(words: Span | null = null): () => boolean {
  const { document, place, selectedCoding, memo } = useTranscript.getState();
  return () => {
    const now = useTranscript.getState();
    return (
      now.document === document &&
      now.place === place &&
      now.selectedCoding === selectedCoding &&
      now.memo === memo &&
      (now.selection === null || now.selection === words)
    );
  };
}

/** The coding that is on its way to where the reader is, to be selected once it is there. */
type Arrival = { readonly coming: ComingCoding; readonly isAwaited: () => boolean };

let arrival: Arrival | null = null;

/** Says that a coding is on its way; keys that mean the coding at hand mean this one as long as the reader stays. */
export function expectCoding(coming: ComingCoding, isAwaited: () => boolean): void {
  const own = { coming, isAwaited };
  arrival = own;
  void coming.coding.finally(() => {
    if (arrival === own) arrival = null;
  });
}

/** The coding on its way to where the reader is, if there is one. */
export function codingAwaited(): ComingCoding | null {
  return arrival?.isAwaited() ? arrival.coming : null;
}
