import type { CodingId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useTranscript } from './transcript-state.ts';

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
type Arrival = { readonly coding: Promise<CodingId | null>; readonly isAwaited: () => boolean };

let arrival: Arrival | null = null;

/** Says that a coding is on its way; keys that mean the coding at hand mean this one as long as the reader stays. */
export function expectCoding(coding: Promise<CodingId | null>, isAwaited: () => boolean): void {
  const own = { coding, isAwaited };
  arrival = own;
  void coding.finally(() => {
    if (arrival === own) arrival = null;
  });
}

/** The coding on its way to where the reader is, if there is one. */
export function codingAwaited(): Promise<CodingId | null> | null {
  return arrival?.isAwaited() ? arrival.coding : null;
}
