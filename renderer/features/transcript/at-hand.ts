import type { CodingId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { unitAt } from '../../../shared/transcript/coding-unit.ts';
import { codingAwaited } from './readers-place.ts';
import { useTranscript } from './transcript-state.ts';
import { type PlacedCoding, viewNow } from './use-document-view.ts';

/** Codings that are being taken off: no key means them any more. */
export const going = new Set<CodingId>();

/** One's own codings that share words with a span. */
export function ownCodingsOn(span: Span): readonly PlacedCoding[] {
  return (viewNow()?.codings ?? []).filter((one) => one.isOwn && one.start < span.end && one.end > span.start);
}

/** What a key without a selection means: the words selected, else those of the coding on its way here or selected, else the sentence at the reader's place. */
export function spanAtHand(): Span | null {
  const view = viewNow();
  const { selection, selectedCoding, place } = useTranscript.getState();
  if (selection) return selection;
  const awaited = codingAwaited();
  if (awaited) return { start: awaited.start, end: awaited.end };
  const coding = selectedCoding === null ? undefined : view?.codingById.get(selectedCoding);
  if (coding) return { start: coding.start, end: coding.end };
  return view ? unitAt(view, place, 'sentence') : null;
}

/** Does something to the coding at hand; where that is on its way to the page, when it is there. */
export function withCodingAtHand(work: (coding: CodingId | null) => void): void {
  const awaited = codingAwaited();
  if (awaited) void awaited.coding.then(work);
  else work(codingAtHand());
}

/** The selected coding, else one's own shortest at the reader's place; of equal ones the latest, which is what one has just done. */
export function codingAtHand(): CodingId | null {
  const { selectedCoding, place } = useTranscript.getState();
  if (selectedCoding !== null && !going.has(selectedCoding)) return selectedCoding;
  const here = (viewNow()?.codings ?? []).filter(
    (one) => one.isOwn && one.start <= place && place < one.end && !going.has(one.id),
  );
  const order = (a: PlacedCoding, b: PlacedCoding): number =>
    a.end - a.start - (b.end - b.start) || b.coding.createdAt.localeCompare(a.coding.createdAt);
  return here.toSorted(order)[0]?.id ?? null;
}
