import type { Span } from '../domain/span.ts';
import { firstEndingAfter, totalLength } from './spans.ts';

/** When a segment (turn, sentence, token) counts as coded: at least one position covered, or at least half of them. */
export type MembershipRule = 'any' | 'half';

/**
 * What is counted. `character`: every position of the unit spans is a unit (give positions in Unicode code points).
 * `segment`: every unit span is one unit, whatever it is called to the reader; the rule belongs to the result.
 */
export type UnitRule = { readonly kind: 'character' } | { readonly kind: 'segment'; readonly rule: MembershipRule };

/**
 * The units of one document, checked: empty ones are dropped (nothing in them could be coded, so they are not counted).
 *
 * @throws RangeError if the spans are not in order or share positions, since every count would then be wrong.
 */
export function eligibleUnits(units: readonly Span[]): readonly Span[] {
  const eligible = units.filter((unit) => unit.start < unit.end);
  for (let place = 1; place < eligible.length; place += 1) {
    const before = eligible[place - 1]!;
    const unit = eligible[place]!;
    if (unit.start < before.end) {
      throw new RangeError(
        `units must be in order and disjoint: [${before.start}, ${before.end}) is followed by [${unit.start}, ${unit.end})`,
      );
    }
  }
  return eligible.length === units.length ? units : eligible;
}

/** How many units the (eligible) unit spans of a document make up. */
export function unitTotal(units: readonly Span[], unit: UnitRule): number {
  return unit.kind === 'character' ? totalLength(units) : units.length;
}

/**
 * Places of the segments that the spans cover by the rule, ascending. Both lists sorted and disjoint (unite the spans
 * first: a segment covered half by two overlapping spans is not covered twice). `half` takes a segment of odd length
 * from the rounded-up half on. O((spans + result) log segments).
 */
export function coveredSegments(segments: readonly Span[], spans: readonly Span[], rule: MembershipRule): number[] {
  const covered: number[] = [];
  let current = -1;
  let coveredLength = 0;
  const close = (): void => {
    if (current >= 0) {
      const segment = segments[current]!;
      if (rule === 'any' || 2 * coveredLength >= segment.end - segment.start) {
        covered.push(current);
      }
    }
  };
  let from = 0;
  for (const span of spans) {
    from = firstEndingAfter(segments, span.start, from);
    for (let place = from; place < segments.length && segments[place]!.start < span.end; place += 1) {
      if (place !== current) {
        close();
        current = place;
        coveredLength = 0;
      }
      const segment = segments[place]!;
      coveredLength += Math.min(segment.end, span.end) - Math.max(segment.start, span.start);
    }
  }
  close();
  return covered;
}
