import type { NoStatistic } from '../../statistics/statistic.ts';

/** Whole counts (or figures beside them), row by row; all rows equally long. */
export type ContingencyTable = readonly (readonly number[])[];

/** The totals of a table that can be tested. */
export type Contingency = {
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly n: number;
};

/**
 * The totals of a table, or why it cannot be tested: nothing counted, fewer than two rows or columns, or one of them
 * adding up to 0.
 *
 * @throws RangeError if the rows differ in length or a count is not a whole number of at least 0.
 */
export function contingencyOf(table: ContingencyTable): Contingency | NoStatistic {
  const columns = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== columns || row.some((count) => !Number.isSafeInteger(count) || count < 0)) {
      throw new RangeError('a table of counts holds whole numbers from 0 on, in rows of the same length');
    }
  }
  const rowTotals = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = Array.from({ length: columns }, (_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const n = rowTotals.reduce((sum, total) => sum + total, 0);
  if (n === 0) {
    return { undefined: 'no_units' };
  }
  if (rowTotals.length < 2 || columns < 2) {
    return { undefined: 'single_category' };
  }
  return rowTotals.includes(0) || columnTotals.includes(0)
    ? { undefined: 'zero_margin' }
    : { rowTotals, columnTotals, n };
}
