import { sortedRows, type Sorting, type SortValue } from '../results/sorting.ts';
import type { PairRow } from './pair-rows.ts';

export type PairColumn = 'pair' | 'both' | 'first' | 'second' | 'jaccard' | 'pairs' | 'characters';

/** What a row holds in each column. */
export const pairValues: Readonly<Record<PairColumn, (row: PairRow) => SortValue>> = {
  pair: (row) => `${row.first.name} ${row.second.name}`,
  both: (row) => row.together,
  first: (row) => row.firstCount,
  second: (row) => row.secondCount,
  jaccard: (row) => ('value' in row.jaccard ? row.jaccard.value : null),
  pairs: (row) => row.overlapPairs,
  characters: (row) => row.sharedCharacters,
};

/** The order a reader finds first: most together, then the stronger association. */
export function pairsInOrder(
  rows: readonly PairRow[],
  sorting: Sorting<PairColumn>,
  compareText: (a: string, b: string) => number,
): PairRow[] {
  const byStrength = sortedRows(rows, pairValues.jaccard, 'descending', compareText);
  return sortedRows(byStrength, pairValues[sorting.column], sorting.direction, compareText);
}
