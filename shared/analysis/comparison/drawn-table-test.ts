import { randomFrom, type RandomSource, sourceOf } from '../../statistics/random.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';
import type { DrawSettings } from '../association/permutation-test.ts';
import { contingencyOf, type ContingencyTable } from './contingency.ts';
import { orderFigure, type TableOrder } from './table-orders.ts';

/** A p-value estimated from draws, and how far off it may be. */
export type DrawnP = {
  /** (1 + draws as extreme) / (draws + 1), never 0. */
  readonly p: number;
  /** √(p (1 − p) / draws): the error of the estimate, not of the data. */
  readonly standardError: number;
  readonly draws: number;
  readonly source: RandomSource;
};

/** How sure a p-value from this many draws is. */
export function drawnP(asExtreme: number, draws: number, source: RandomSource): DrawnP {
  const p = (1 + asExtreme) / (draws + 1);
  return { p, standardError: Math.sqrt((p * (1 - p)) / draws), draws, source };
}

/** Draws between two reports of progress. */
const STRIDE = 500;

/**
 * What `exactTableP` computes, estimated by dealing the units out to the columns at random, row and column totals kept.
 * For tables too large to go through. Undefined as Pearson's χ².
 *
 * Yields the number of draws done now and then, so that a caller may show progress or stop; returns the result.
 */
export function* drawnTableP(
  table: ContingencyTable,
  order: TableOrder,
  { draws, seed }: DrawSettings,
): Generator<number, DrawnP | NoStatistic> {
  const contingency = contingencyOf(table);
  if ('undefined' in contingency) {
    return contingency;
  }
  const { rowTotals, columnTotals, n } = contingency;
  const { figure, slack } = orderFigure(order, contingency);
  const scoreOf = (cells: ArrayLike<number>): number => {
    let score = 0;
    for (let i = 0; i < rowTotals.length; i += 1) {
      for (let j = 0; j < columnTotals.length; j += 1) {
        score += figure(i, j, cells[i * columnTotals.length + j]!);
      }
    }
    return score;
  };
  const observed = scoreOf(table.flat());
  const limit = observed - slack(observed);
  const random = randomFrom(seed);
  const columns = Int32Array.from(columnTotals.flatMap((total, j) => Array<number>(total).fill(j)));
  const cells = new Int32Array(rowTotals.length * columnTotals.length);
  let asExtreme = 0;
  for (let draw = 1; draw <= draws; draw += 1) {
    cells.fill(0);
    let place = 0;
    for (const [i, total] of rowTotals.entries()) {
      for (let unit = 0; unit < total; unit += 1) {
        const other = place + random.below(n - place);
        const column = columns[other]!;
        columns[other] = columns[place]!;
        columns[place] = column;
        cells[i * columnTotals.length + column]! += 1;
        place += 1;
      }
    }
    asExtreme += scoreOf(cells) >= limit ? 1 : 0;
    if (draw % STRIDE === 0) {
      yield draw;
    }
  }
  return drawnP(asExtreme, draws, sourceOf(seed, random));
}
