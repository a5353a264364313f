import { describe, expect, test } from 'vitest';
import { intersectedSpans, positionWithin, totalLength, unitedSpans } from '../../../shared/analysis/spans.ts';
import { coveredSegments, eligibleUnits, unitTotal } from '../../../shared/analysis/units.ts';
import type { Span } from '../../../shared/domain/span.ts';

/** '2-5 9-12' as spans. */
function spans(text: string): Span[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [start, end] = part.split('-').map(Number);
      return { start: start!, end: end! };
    });
}

describe('span algebra', () => {
  test('unites overlapping, nested and touching spans and drops empty ones', () => {
    expect(unitedSpans(spans('9-12 2-5 4-7 7-8 10-11 20-20'))).toEqual(spans('2-8 9-12'));
    expect(unitedSpans([])).toEqual([]);
  });

  test('intersects, where touching shares nothing', () => {
    expect(intersectedSpans(spans('0-5 8-12'), spans('3-9 12-20'))).toEqual(spans('3-5 8-9'));
    expect(intersectedSpans(spans('0-5'), spans('5-9'))).toEqual([]);
    expect(totalLength(spans('0-5 8-12'))).toBe(9);
  });

  test('cuts the axis down to a scope', () => {
    const within = positionWithin(spans('10-20 30-35'));
    expect([0, 10, 15, 20, 25, 30, 34, 35, 99].map(within)).toEqual([0, 0, 5, 10, 10, 10, 14, 15, 15]);
  });
});

describe('units', () => {
  const turns = spans('0-10 10-20 25-29');

  test('any takes a segment with one position covered, half one with at least half covered', () => {
    expect(coveredSegments(turns, spans('9-11 27-29'), 'any')).toEqual([0, 1, 2]);
    expect(coveredSegments(turns, spans('9-11 27-29'), 'half')).toEqual([2]);
  });

  test('adds up what several spans cover of one segment', () => {
    expect(coveredSegments(turns, spans('1-3 5-8'), 'half')).toEqual([0]);
    expect(coveredSegments(turns, spans('1-3 6-8'), 'half')).toEqual([]);
  });

  test('takes an odd segment from the rounded-up half on', () => {
    expect(coveredSegments(spans('0-5'), spans('0-2'), 'half')).toEqual([]);
    expect(coveredSegments(spans('0-5'), spans('0-3'), 'half')).toEqual([0]);
  });

  test('text between segments belongs to none', () => {
    expect(coveredSegments(turns, spans('20-25 29-40'), 'any')).toEqual([]);
  });

  test('an empty unit is not counted, units out of order are refused', () => {
    expect(unitTotal(eligibleUnits(spans('0-4 4-4 6-9')), { kind: 'segment', rule: 'any' })).toBe(2);
    expect(unitTotal(eligibleUnits(spans('0-4 4-4 6-9')), { kind: 'character' })).toBe(7);
    expect(() => eligibleUnits(spans('0-4 3-9'))).toThrow(RangeError);
    expect(() => eligibleUnits(spans('5-9 0-4'))).toThrow('[5, 9) is followed by [0, 4)');
  });
});
