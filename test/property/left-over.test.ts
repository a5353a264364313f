import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halvedSpan, leftOverSpans } from '../../shared/transcript/left-over.ts';

const text = 'They watch  us,\n all day ... and   nobody 隐私 asked.  ';
const span = fc
  .tuple(fc.nat(text.length), fc.nat(text.length))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

/** Positions of characters that are not blanks. */
function written({ start, end }: { start: number; end: number }): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at).filter((at) => text[at]!.trim() !== '');
}

describe('what is left of a span', () => {
  it('is every character written in it that was not taken, and no other', () => {
    fc.assert(
      fc.property(span, span, (whole, taken) => {
        const left = leftOverSpans(text, whole, taken).flatMap(written);
        const gone = new Set(written(taken));
        expect(left).toEqual(written(whole).filter((at) => !gone.has(at)));
      }),
    );
  });

  it('never begins or ends with a blank, unless nothing was taken', () => {
    fc.assert(
      fc.property(span, span, (whole, taken) => {
        const left = leftOverSpans(text, whole, taken);
        if (taken.start >= whole.end || taken.end <= whole.start) expect(left).toEqual([whole]);
        else for (const { start, end } of left) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      }),
    );
  });

  it('halves a span without losing or doubling a written character', () => {
    fc.assert(
      fc.property(span, fc.nat(text.length), (whole, at) => {
        const halves = halvedSpan(text, whole, at);
        if (!halves) return;
        expect(halves.flatMap(written)).toEqual(written(whole));
        expect(halves[0].end).toBeLessThanOrEqual(at);
        expect(halves[1].start).toBeGreaterThanOrEqual(at);
      }),
    );
  });
});
