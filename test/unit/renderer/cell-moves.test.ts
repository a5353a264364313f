import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellMove, cellMove, movedCell } from '../../../renderer/ui/cell-moves.ts';

// A lower triangle with a hole at (2, 1).
const cells = [
  { row: 1, column: 0 },
  { row: 2, column: 0 },
  { row: 3, column: 0 },
  { row: 3, column: 1 },
  { row: 3, column: 2 },
];

describe('movedCell', () => {
  test('left and right stay in the row', () => {
    expect(movedCell(cells, { row: 3, column: 1 }, 'right')).toEqual({ row: 3, column: 2 });
    expect(movedCell(cells, { row: 3, column: 1 }, 'left')).toEqual({ row: 3, column: 0 });
    expect(movedCell(cells, { row: 3, column: 0 }, 'left')).toBeNull();
  });

  test('up and down go to the nearest row and there to the nearest column', () => {
    expect(movedCell(cells, { row: 3, column: 2 }, 'up')).toEqual({ row: 2, column: 0 });
    expect(movedCell(cells, { row: 1, column: 0 }, 'down')).toEqual({ row: 2, column: 0 });
    expect(movedCell(cells, { row: 1, column: 0 }, 'up')).toBeNull();
    // Of two as near the first.
    const apart = [0, 2].map((column) => ({ row: 1, column }));
    expect(movedCell(apart, { row: 2, column: 1 }, 'up')).toEqual({ row: 1, column: 0 });
  });

  test('ends of the row and of everything', () => {
    expect(movedCell(cells, { row: 3, column: 1 }, 'rowEnd')).toEqual({ row: 3, column: 2 });
    expect(movedCell(cells, { row: 3, column: 1 }, 'rowStart')).toEqual({ row: 3, column: 0 });
    expect(movedCell(cells, { row: 2, column: 0 }, 'first')).toEqual({ row: 1, column: 0 });
    expect(movedCell(cells, { row: 2, column: 0 }, 'last')).toEqual({ row: 3, column: 2 });
  });

  test('every cell is reached from the first by going down and right', () => {
    const anyCells = fc.uniqueArray(fc.record({ row: fc.nat(8), column: fc.nat(8) }), {
      minLength: 1,
      selector: ({ row, column }) => row * 9 + column,
    });
    fc.assert(
      fc.property(anyCells, (given) => {
        const seen = new Set<string>();
        let rowHead = movedCell(given, { row: -1, column: -1 }, 'down');
        while (rowHead) {
          let cell = movedCell(given, rowHead, 'rowStart');
          rowHead = cell;
          while (cell) {
            seen.add(`${cell.row} ${cell.column}`);
            cell = movedCell(given, cell, 'right');
          }
          rowHead = movedCell(given, rowHead!, 'down');
        }
        expect(seen.size).toBe(given.length);
      }),
    );
  });
});

test('keys mean moves; Ctrl makes Home and End go all the way and leaves the arrows alone', () => {
  const moves: [string, boolean, CellMove | null][] = [
    ['ArrowLeft', false, 'left'],
    ['Home', false, 'rowStart'],
    ['Home', true, 'first'],
    ['End', true, 'last'],
    ['ArrowDown', true, null],
    ['Enter', false, null],
  ];
  for (const [key, control, move] of moves) expect(cellMove(key, control)).toBe(move);
});
