import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codedSegments } from '../../../renderer/features/agreement/coded-segments.ts';

describe('codedSegments', () => {
  test('cuts a turn where coding begins and ends', () => {
    expect(
      codedSegments({ start: 10, end: 30 }, [
        { start: 5, end: 14 },
        { start: 20, end: 25 },
      ]),
    ).toEqual([
      { start: 10, end: 14, coded: true },
      { start: 14, end: 20, coded: false },
      { start: 20, end: 25, coded: true },
      { start: 25, end: 30, coded: false },
    ]);
  });

  test('joins what overlaps or touches', () => {
    expect(
      codedSegments({ start: 0, end: 9 }, [
        { start: 3, end: 6 },
        { start: 0, end: 3 },
        { start: 5, end: 9 },
      ]),
    ).toEqual([{ start: 0, end: 9, coded: true }]);
  });

  test('agrees with marking every position by hand', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 6 }), (within, coded) => {
        const segments = codedSegments(within, coded);
        expect(segments[0]!.start).toBe(within.start);
        expect(segments.at(-1)!.end).toBe(within.end);
        segments.forEach((segment, place) => {
          expect(segment.end).toBeGreaterThan(segment.start);
          const next = segments[place + 1];
          if (next) expect([next.start, next.coded]).toEqual([segment.end, !segment.coded]);
          for (let position = segment.start; position < segment.end; position++)
            expect(coded.some(({ start, end }) => start <= position && position < end)).toBe(segment.coded);
        });
      }),
    );
  });
});
