import type { ReactNode } from 'react';
import { HelpMark } from '../help/help-mark.tsx';
import type { StatisticName } from '../help/statistics.ts';
import styles from './result.module.css';
import { type Direction, nextSorting, type Sorting } from './sorting.ts';

type SortHeadProps<Column extends string> = {
  readonly column: Column;
  readonly sorting: Sorting<Column>;
  readonly onSort: (sorting: Sorting<Column>) => void;
  /** Where this column begins when it is chosen. */
  readonly first?: Direction;
  readonly isNumber?: boolean;
  /** What the head means, for hover and screen readers. */
  readonly title?: string;
  /** The statistic of the column, explained beside the head. */
  readonly help?: StatisticName | undefined;
  readonly children: ReactNode;
};

/** A table head that sorts: the arrow stands after the head, its place is kept when another column has it. */
export function SortHead<Column extends string>(props: SortHeadProps<Column>) {
  const { column, sorting, onSort, first = 'descending', isNumber = false, title, help, children } = props;
  const isSorted = sorting.column === column;
  return (
    <th
      scope="col"
      className={isNumber ? styles.number : undefined}
      {...(isSorted ? { 'aria-sort': sorting.direction } : {})}
    >
      <button
        type="button"
        title={title}
        className={`${styles.head} ${isSorted ? styles.sorted : ''}`}
        onClick={() => onSort(nextSorting(sorting, column, first))}
      >
        {children}
        {isSorted ? (
          <span aria-hidden className={styles.arrow}>
            {sorting.direction === 'ascending' ? '↑' : '↓'}
          </span>
        ) : null}
        {title ? <span className="unseen">{title}</span> : null}
      </button>
      {help ? <HelpMark of={help} /> : null}
    </th>
  );
}
