/** Where a number stands in a table or heat map. Rows and columns need not be dense. */
export type CellPlace = { readonly row: number; readonly column: number };

export type CellMove = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last';

const moveOfKey: Readonly<Record<string, CellMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
};

/** The move a key stands for; with Ctrl or Cmd, Home and End go to the first and last cell of all. */
export function cellMove(key: string, withControl: boolean): CellMove | null {
  const move = moveOfKey[key] ?? null;
  if (!withControl) return move;
  if (move === 'rowStart') return 'first';
  return move === 'rowEnd' ? 'last' : null;
}

function nearest(cells: readonly CellPlace[], distance: (cell: CellPlace) => number): CellPlace | null {
  let best: CellPlace | null = null;
  let least = Infinity;
  for (const cell of cells) {
    const away = distance(cell);
    if (away < least) [best, least] = [cell, away];
  }
  return best;
}

/** Far more than any number of columns: the nearer row wins, whatever the column. */
const rowWeight = 1e6;

function inNearestRow(cells: readonly CellPlace[], from: CellPlace, direction: -1 | 1): CellPlace | null {
  return nearest(
    cells.filter((cell) => direction * (cell.row - from.row) > 0),
    (cell) => Math.abs(cell.row - from.row) * rowWeight + Math.abs(cell.column - from.column),
  );
}

/**
 * The cell a move leads to, or null where there is none. Left and right stay in the row and skip what is empty; up and down
 * go to the nearest row that has cells, and there to the nearest column.
 */
export function movedCell(cells: readonly CellPlace[], from: CellPlace, move: CellMove): CellPlace | null {
  const inRow = cells.filter((cell) => cell.row === from.row);
  const steps: Readonly<Record<CellMove, () => CellPlace | null>> = {
    left: () =>
      nearest(
        inRow.filter((cell) => cell.column < from.column),
        (cell) => from.column - cell.column,
      ),
    right: () =>
      nearest(
        inRow.filter((cell) => cell.column > from.column),
        (cell) => cell.column - from.column,
      ),
    up: () => inNearestRow(cells, from, -1),
    down: () => inNearestRow(cells, from, 1),
    rowStart: () => nearest(inRow, (cell) => cell.column),
    rowEnd: () => nearest(inRow, (cell) => -cell.column),
    first: () => nearest(cells, (cell) => cell.row * rowWeight + cell.column),
    last: () => nearest(cells, (cell) => -(cell.row * rowWeight + cell.column)),
  };
  return steps[move]();
}
