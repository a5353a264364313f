import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenRows, rangeInSight, type RowPart, rowParts, unevenRows } from '../../../renderer/ui/row-parts.ts';

const rowsOf = (parts: readonly RowPart[]): number[] =>
  parts.flatMap((part) => (part.kind === 'row' ? [part.row] : []));

describe('a long list', () => {
  test('is drawn whole while it is short', () => {
    const places = evenRows(40, 2);
    expect(rangeInSight(places, 0, 10)).toEqual({ first: 0, last: 40 });
  });

  test('is drawn where it is seen, with room for the rest', () => {
    const places = evenRows(1000, 2);
    const range = rangeInSight(places, 400, 440);
    expect(range).toEqual({ first: 190, last: 240 });
    const parts = rowParts(places, range);
    expect(parts[0]).toEqual({ kind: 'gap', first: 0, height: 380 });
    expect(parts.at(-1)).toEqual({ kind: 'gap', first: 240, height: 1520 });
  });

  test('keeps the row that has the keyboard, wherever that is', () => {
    const parts = rowParts(evenRows(100, 1), { first: 50, last: 52 }, [3, -1, 51]);
    expect(parts).toEqual([
      { kind: 'gap', first: 0, height: 3 },
      { kind: 'row', row: 3 },
      { kind: 'gap', first: 4, height: 46 },
      { kind: 'row', row: 50 },
      { kind: 'row', row: 51 },
      { kind: 'gap', first: 52, height: 48 },
    ]);
  });

  test('draws every row in sight once, in order, and is always as high as all its rows', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 300 });
    const at = fc.integer({ min: 0, max: 1600 });
    fc.assert(
      fc.property(
        heights,
        at,
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: -1, max: 310 })),
        (all, top, room, kept) => {
          const places = unevenRows(all);
          const whole = places.topOf(places.count);
          const scrolled = Math.min(top, whole);
          const parts = rowParts(places, rangeInSight(places, scrolled, scrolled + room), kept);
          const drawn = rowsOf(parts);
          expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
          for (const [row] of all.entries()) {
            const isSeen = places.topOf(row) < scrolled + room && places.topOf(row + 1) > scrolled;
            if (isSeen || kept.includes(row)) expect(drawn).toContain(row);
          }
          const height = parts.reduce((sum, part) => sum + (part.kind === 'gap' ? part.height : all[part.row]!), 0);
          expect(height).toBe(whole);
        },
      ),
      { numRuns: 200 },
    );
  });
});
