import * as fc from 'fast-check';
import type { CoderCoding } from '../../shared/agreement/coded-units/document-tally.ts';
import type { Span } from '../../shared/domain/span.ts';

/** Length of the axis of the drawn documents: small, so that spans meet, touch and nest often. */
export const AXIS = 40;

/** A non-empty span on the axis. */
export const span: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: AXIS - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: Math.min(AXIS, start + length) }));

/** Sorted disjoint spans, some touching, some with gaps between them. */
export const disjointSpans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: AXIS }), { minLength: 2, maxLength: 12 })
  .chain((borders) => {
    const sorted = borders.toSorted((a, b) => a - b);
    const pieces = sorted.slice(1).map((end, place) => ({ start: sorted[place]!, end }));
    return fc.subarray(pieces, { minLength: 1 });
  });

/** Codings of some coders with some codes on the axis. */
export function codings(codes: number, coders = 1): fc.Arbitrary<CoderCoding[]> {
  return fc.array(
    fc
      .tuple(span, fc.nat(codes - 1), fc.nat(coders - 1))
      .map(([{ start, end }, code, coder]) => ({ start, end, code, coder })),
    { maxLength: 14 },
  );
}

/** All positions of some spans, one by one: the slow truth the sweeps are held to. */
export function positionsOf(spans: readonly Span[]): Set<number> {
  const positions = new Set<number>();
  for (const { start, end } of spans) {
    for (let position = start; position < end; position += 1) {
      positions.add(position);
    }
  }
  return positions;
}

/** Whether the positions take a segment by the rule. */
export function takes(positions: ReadonlySet<number>, segment: Span, rule: 'any' | 'half'): boolean {
  const covered = [...positionsOf([segment])].filter((position) => positions.has(position)).length;
  return rule === 'any' ? covered > 0 : covered >= (segment.end - segment.start) / 2;
}
