import type { Span } from '../domain/span.ts';
import { codesBySegment, unitedByCode } from './code-cover.ts';
import { type CooccurrenceInput, segmentsOf } from './cooccurrence.ts';
import { intersectedSpans } from './spans.ts';
import { type CodedSpan, visitOverlaps } from './sweep.ts';
import { eligibleUnits } from './units.ts';

type Cell = 'both' | 'onlyFirst' | 'onlySecond' | 'neither';

/** Two codings that share text, and the part they share (within the scope, which may cut it into pieces). */
export type OverlapEvidence<C extends CodedSpan> = {
  readonly first: C;
  readonly second: C;
  readonly shared: readonly Span[];
};

/** Where the numbers of one pair come from in one document (its place in the input). */
export type PairEvidence<C extends CodedSpan> = {
  readonly document: number;
  /** The segments behind n11, n10, n01 and n00; all empty for the `overlap` unit. */
  readonly both: readonly Span[];
  readonly onlyFirst: readonly Span[];
  readonly onlySecond: readonly Span[];
  readonly neither: readonly Span[];
  /** The pairs behind overlapPairs, in text order; united, their shared parts are the sharedCharacters. */
  readonly overlaps: readonly OverlapEvidence<C>[];
};

/**
 * The passages behind every number of the pair (a, b), for the same input: one entry for each document that has
 * segments or overlaps to show. The lengths of the lists add up to the counts of `cooccurrence`.
 */
export function cooccurrenceEvidence<C extends CodedSpan>(
  input: CooccurrenceInput<C>,
  a: number,
  b: number,
): PairEvidence<C>[] {
  return input.documents.flatMap((document, place) => {
    const ofPair = document.codings.filter(({ code }) => code === a || code === b);
    const scope = document.scope === undefined ? undefined : eligibleUnits(document.scope);
    const overlaps: OverlapEvidence<C>[] = [];
    visitOverlaps(ofPair, (earlier, later) => {
      if (earlier.code !== later.code) {
        const shared = { start: later.start, end: Math.min(earlier.end, later.end) };
        const inScope = scope === undefined ? [shared] : intersectedSpans([shared], scope);
        if (inScope.length > 0) {
          const [first, second] = earlier.code === a ? [earlier, later] : [later, earlier];
          overlaps.push({ first, second, shared: inScope });
        }
      }
    });
    const cells: Record<Cell, Span[]> = { both: [], onlyFirst: [], onlySecond: [], neither: [] };
    if (input.unit.kind === 'segment') {
      const units = segmentsOf(document);
      const bySegment = codesBySegment(units, unitedByCode(ofPair), input.unit.rule);
      for (const [segment, unit] of units.entries()) {
        const here = bySegment.get(segment) ?? [];
        const hasFirst = here.includes(a);
        const hasSecond = here.includes(b);
        const cell = hasFirst ? (hasSecond ? 'both' : 'onlyFirst') : hasSecond ? 'onlySecond' : 'neither';
        cells[cell].push(unit);
      }
    }
    const shows = overlaps.length > 0 || Object.values(cells).some((units) => units.length > 0);
    return shows ? [{ document: place, ...cells, overlaps }] : [];
  });
}
