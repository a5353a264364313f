import { logFactorials } from '../../statistics/log-factorials.ts';
import type { Contingency } from './contingency.ts';

/**
 * What makes a table with the same margins more extreme: a figure that adds up over the cells.
 *
 * - `probability`: less probable (Fisher–Freeman–Halton).
 * - `chi_square`: larger Pearson χ² (permutation χ²).
 *
 * The two give different p-values beyond 2×2.
 */
export type TableOrder = 'probability' | 'chi_square';

/** What one cell adds, by its row, its column and its count. */
export type CellFigure = (row: number, column: number, count: number) => number;

/** The figure an order adds up over the cells, and how much less than the observed sum still counts as equal. */
export type OrderFigure = { readonly figure: CellFigure; readonly slack: (observed: number) => number };

export function orderFigure(order: TableOrder, { rowTotals, columnTotals, n }: Contingency): OrderFigure {
  if (order === 'probability') {
    const logs = logFactorials(n);
    // Σ ln x!, larger the less probable; the slack is R's: a table 1e-7 more probable counts as equal.
    return { figure: (_row, _column, count) => logs[count]!, slack: () => 1e-7 };
  }
  // Σ O²/E is χ² + n.
  return {
    figure: (row, column, count) => (count * count * n) / (rowTotals[row]! * columnTotals[column]!),
    slack: (observed) => observed * 1e-10,
  };
}
