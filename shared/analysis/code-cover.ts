import type { Span } from '../domain/span.ts';
import { unitedSpans } from './spans.ts';
import type { CodedSpan } from './sweep.ts';
import { coveredSegments, type MembershipRule } from './units.ts';

/** The positions one code covers in a document, sorted and disjoint. */
export type CodeCover = { readonly code: number; readonly united: readonly Span[] };

/** What each code covers in one document, its own overlapping codings united, by ascending code. O(n log n). */
export function unitedByCode(codings: readonly CodedSpan[]): CodeCover[] {
  const byCode = Map.groupBy(codings, (coding) => coding.code);
  return [...byCode].sort(([a], [b]) => a - b).map(([code, spans]) => ({ code, united: unitedSpans(spans) }));
}

/** For the place of every segment that carries a code, its codes in ascending order. Segments sorted and disjoint. */
export function codesBySegment(
  segments: readonly Span[],
  covers: readonly CodeCover[],
  rule: MembershipRule,
): Map<number, number[]> {
  const bySegment = new Map<number, number[]>();
  for (const { code, united } of covers) {
    for (const place of coveredSegments(segments, united, rule)) {
      const here = bySegment.get(place);
      if (here === undefined) {
        bySegment.set(place, [code]);
      } else {
        here.push(code);
      }
    }
  }
  return bySegment;
}
