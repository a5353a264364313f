import type { CellFigure } from './table-orders.ts';

/** Neighbouring columns of a table: the first of them, their totals, and how to score a cell. */
export type Half = {
  readonly first: number;
  readonly totals: readonly number[];
  readonly figure: CellFigure;
  readonly logs: Float64Array;
};

/** The figure of a half table, and −Σ ln x! over its cells. */
export type HalfTable = { readonly figure: number; readonly logWeight: number };

/** Every half table with these row totals; null if there are more than `most`. */
export function halfTables(rows: readonly number[], half: Half, most: number): HalfTable[] | null {
  return new HalfTableWalk(rows, half, most).all();
}

/** Goes through half tables cell by cell, down the columns from left to right. */
class HalfTableWalk {
  private readonly half: Half;
  private readonly most: number;
  private readonly lastRow: number;
  private readonly lastColumn: number;
  /** For each column what those after it can take. */
  private readonly room: readonly number[];
  /** What each row has left for the columns to come. */
  private readonly left: number[];
  private readonly found: HalfTable[] = [];

  constructor(rows: readonly number[], half: Half, most: number) {
    const { totals } = half;
    this.half = half;
    this.most = most;
    this.lastRow = rows.length - 1;
    this.lastColumn = totals.length - 1;
    this.room = totals.map((_, column) => totals.slice(column + 1).reduce((sum, total) => sum + total, 0));
    this.left = [...rows];
  }

  all(): HalfTable[] | null {
    return this.fill(0, 0, this.half.totals[0]!, 0, 0) ? this.found : null;
  }

  /** Fills a column from a row on with the `rest` of its total; false once there are too many. */
  private fill(column: number, row: number, rest: number, figure: number, logWeight: number): boolean {
    if (column === this.lastColumn) {
      this.finish(figure, logWeight);
      return this.found.length <= this.most;
    }
    const { half, left, lastRow } = this;
    const kept = left[row]!;
    // What a row keeps has to fit into the columns to come, and the last row takes all the rest.
    const fewest = Math.max(row === lastRow ? rest : 0, kept - this.room[column]!);
    for (let count = fewest; count <= Math.min(rest, kept); count += 1) {
      left[row] = kept - count;
      const nextFigure = figure + half.figure(row, half.first + column, count);
      const nextWeight = logWeight - half.logs[count]!;
      const within =
        row === lastRow
          ? this.fill(column + 1, 0, half.totals[column + 1]!, nextFigure, nextWeight)
          : this.fill(column, row + 1, rest - count, nextFigure, nextWeight);
      if (!within) return false;
    }
    left[row] = kept;
    return true;
  }

  /** The last column takes what the rows have left. */
  private finish(figure: number, logWeight: number): void {
    const { half, left } = this;
    let [figureSum, weightSum] = [figure, logWeight];
    for (let row = 0; row <= this.lastRow; row += 1) {
      figureSum += half.figure(row, half.first + this.lastColumn, left[row]!);
      weightSum -= half.logs[left[row]!]!;
    }
    this.found.push({ figure: figureSum, logWeight: weightSum });
  }
}
