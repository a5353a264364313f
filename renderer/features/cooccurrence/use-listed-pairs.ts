import { useMemo } from 'react';
import { useWords } from '../../i18n/text.ts';
import { useKept } from '../results/kept-state.ts';
import type { Sorting } from '../results/sorting.ts';
import { columnSets, overlapColumns, type PairColumn, pairsInOrder, type TestOf } from './pair-figures.ts';
import type { PairRow } from './pair-rows.ts';
import type { Settings } from './settings.ts';

const mostTogether: Sorting<PairColumn> = { column: 'both', direction: 'descending' };

type ListedPairs = {
  readonly rows: readonly PairRow[];
  readonly columns: readonly Exclude<PairColumn, 'pair'>[];
  readonly sorting: Sorting<PairColumn>;
  readonly sortBy: (sorting: Sorting<PairColumn>) => void;
};

/** The pairs as the table lists them: those of the neighbour asked for, in the reader's order. */
export function useListedPairs(
  pairs: readonly PairRow[],
  { neighbour, columns: columnSet }: Pick<Settings, 'neighbour' | 'columns'>,
  isOverlap: boolean,
  testOf: TestOf,
): ListedPairs {
  const { language } = useWords();
  const [kept, sortBy] = useKept('cooccurrence.sorting', mostTogether);
  const compareText = useMemo(() => new Intl.Collator(language).compare, [language]);
  const columns = useMemo<readonly Exclude<PairColumn, 'pair'>[]>(
    () =>
      isOverlap
        ? ['pairs', 'first', 'second', ...overlapColumns]
        : ['both', 'first', 'second', ...columnSets[columnSet]],
    [isOverlap, columnSet],
  );
  // A column that is not shown orders nothing; then the counts do.
  const sorting = useMemo<Sorting<PairColumn>>(
    () =>
      kept.column === 'pair' || columns.includes(kept.column) ? kept : { column: columns[0]!, direction: 'descending' },
    [kept, columns],
  );
  const rows = useMemo(() => {
    const listed =
      neighbour === null ? pairs : pairs.filter((row) => row.first.id === neighbour || row.second.id === neighbour);
    return pairsInOrder(listed, sorting, compareText, testOf);
  }, [pairs, neighbour, sorting, compareText, testOf]);
  return { rows, columns, sorting, sortBy };
}
