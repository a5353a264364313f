import { logFactorials } from '../../statistics/log-factorials.ts';
import type { Statistic } from '../../statistics/statistic.ts';
import { type Contingency, contingencyOf, type ContingencyTable } from './contingency.ts';
import { type Half, type HalfTable, halfTables } from './half-tables.ts';
import { orderFigure, type TableOrder } from './table-orders.ts';

/** Half tables gone through before giving up: a few seconds. */
const MOST_HALVES = 20_000_000;

/**
 * The share of all tables with the same row and column totals, weighted by their probability under independence, that
 * are at least as extreme as the observed one: Fisher–Freeman–Halton with order `probability` (Freeman & Halton 1951,
 * Biometrika 38:141–149), the permutation χ² with order `chi_square`. Exact.
 *
 * The columns are cut into two halves. For every way to share out the row totals between them, the tables of one half
 * are sorted by their figure and those of the other looked up, so that the tables themselves need not be gone through.
 * Undefined as Pearson's χ², and `too_large` beyond 20 million half tables: then draw them at random.
 */
export function exactTableP(table: ContingencyTable, order: TableOrder, mostHalves = MOST_HALVES): Statistic {
  const contingency = contingencyOf(table);
  if ('undefined' in contingency) {
    return contingency;
  }
  // Fewer rows than columns keep the number of ways to share out the row totals small.
  const upright = contingency.rowTotals.length <= contingency.columnTotals.length;
  const turned = upright ? table : contingency.columnTotals.map((_, j) => table.map((row) => row[j]!));
  return exactP(
    turned,
    upright
      ? contingency
      : { ...contingency, rowTotals: contingency.columnTotals, columnTotals: contingency.rowTotals },
    order,
    mostHalves,
  );
}

function exactP(table: ContingencyTable, contingency: Contingency, order: TableOrder, mostHalves: number): Statistic {
  const { rowTotals, columnTotals, n } = contingency;
  const { figure, slack } = orderFigure(order, contingency);
  const logs = logFactorials(n);
  const middle = columnTotals.length >> 1;
  const leftHalf: Half = { first: 0, totals: columnTotals.slice(0, middle), figure, logs };
  const rightHalf: Half = { first: middle, totals: columnTotals.slice(middle), figure, logs };
  const margins = [...rowTotals, ...columnTotals].reduce((sum, total) => sum + logs[total]!, 0) - logs[n]!;
  const observed = table.reduce((sum, row, i) => row.reduce((part, count, j) => part + figure(i, j, count), sum), 0);
  const limit = observed - slack(observed);

  const leftTotal = leftHalf.totals.reduce((sum, total) => sum + total, 0);
  let halves = 0;
  let p = 0;
  for (const rowsLeft of sharings(rowTotals, leftTotal)) {
    const rowsRight = rowTotals.map((total, i) => total - rowsLeft[i]!);
    const most = mostHalves - halves;
    const here = halfTables(rowsLeft, leftHalf, most);
    const there = here === null ? null : halfTables(rowsRight, rightHalf, most - here.length);
    if (here === null || there === null) {
      return { undefined: 'too_large' };
    }
    halves += here.length + there.length;
    const ofLeft = rangeOf(here);
    const ofRight = rangeOf(there);
    let share = 0;
    if (ofLeft.least + ofRight.least >= limit) {
      share = ofLeft.weight * ofRight.weight;
    } else if (ofLeft.most + ofRight.most >= limit) {
      const { figures, weightFrom } = sortedByFigure(there, ofRight.heaviest);
      for (const half of here) {
        const place = firstReaching(figures, limit - half.figure);
        share += Math.exp(half.logWeight - ofLeft.heaviest) * weightFrom[place]!;
      }
    }
    // The two heaviest halves make a table, so this is the logarithm of a probability.
    p += share * Math.exp(margins + ofLeft.heaviest + ofRight.heaviest);
  }
  return { value: Math.min(1, p) };
}

/** Every way to take `sum` from the totals, no more from each than it has. */
function* sharings(totals: readonly number[], sum: number, from = 0): Generator<number[]> {
  const rest = totals.slice(from + 1).reduce((all, total) => all + total, 0);
  if (from === totals.length - 1) {
    yield [sum];
    return;
  }
  for (let taken = Math.max(0, sum - rest); taken <= Math.min(totals[from]!, sum); taken += 1) {
    for (const others of sharings(totals, sum - taken, from + 1)) {
      yield [taken, ...others];
    }
  }
}

type HalfRange = {
  readonly least: number;
  readonly most: number;
  /** The largest logarithm of a weight, and the sum of the weights in units of that one. */
  readonly heaviest: number;
  readonly weight: number;
};

function rangeOf(tables: readonly HalfTable[]): HalfRange {
  let least = Infinity;
  let most = -Infinity;
  let heaviest = -Infinity;
  for (const { figure, logWeight } of tables) {
    least = Math.min(least, figure);
    most = Math.max(most, figure);
    heaviest = Math.max(heaviest, logWeight);
  }
  const weight = tables.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - heaviest), 0);
  return { least, most, heaviest, weight };
}

/** Figures ascending; the weight from each of them on in units of the heaviest, with one more entry for none. */
function sortedByFigure(
  tables: HalfTable[],
  heaviest: number,
): { readonly figures: Float64Array; readonly weightFrom: Float64Array } {
  tables.sort((a, b) => a.figure - b.figure);
  const figures = Float64Array.from(tables, ({ figure }) => figure);
  const weightFrom = new Float64Array(tables.length + 1);
  for (let place = tables.length - 1; place >= 0; place -= 1) {
    weightFrom[place] = weightFrom[place + 1]! + Math.exp(tables[place]!.logWeight - heaviest);
  }
  return { figures, weightFrom };
}

function firstReaching(figures: Float64Array, limit: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (figures[middle]! >= limit) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
