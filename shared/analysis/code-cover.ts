import type { Span } from '../domain/span.ts';
import { unitedSpans } from './spans.ts';
import type { CodedSpan } from './sweep.ts';

/** The positions one code covers in a document, sorted and disjoint. */
export type CodeCover = { readonly code: number; readonly united: readonly Span[] };

/** What each code covers in one document, its own overlapping codings united, by ascending code. O(n log n). */
export function unitedByCode(codings: readonly CodedSpan[]): CodeCover[] {
  const byCode = Map.groupBy(codings, (coding) => coding.code);
  return [...byCode].sort(([a], [b]) => a - b).map(([code, spans]) => ({ code, united: unitedSpans(spans) }));
}
