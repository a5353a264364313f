import { useMemo, useState } from 'react';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import { FigureButton } from '../results/figure-button.tsx';
import { coefficientText, countText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { SortHead } from '../results/sort-head.tsx';
import type { Sorting } from '../results/sorting.ts';
import { undefinedText } from '../results/undefined-text.ts';
import { type PairColumn, pairValues } from './pair-order.ts';
import type { PairRow } from './pair-rows.ts';
import styles from './pair-table.module.css';

export type CooccurrenceUnit = 'turn' | 'overlap';

/** Rows drawn before the reader asks for all. */
const firstRows = 200;

type PairTableProps = {
  readonly unit: CooccurrenceUnit;
  /** In the order to show. */
  readonly rows: readonly PairRow[];
  readonly sorting: Sorting<PairColumn>;
  readonly onSort: (sorting: Sorting<PairColumn>) => void;
  readonly isSelected: (row: PairRow) => boolean;
  readonly onOpenPair: (row: PairRow) => void;
  readonly onOpenCode: (code: PairRow['first']) => void;
};

/** The pairs of codes with their counts and coefficients; every figure opens its passages. */
export function PairTable(props: PairTableProps) {
  const { unit, rows, sorting, onSort, isSelected, onOpenPair, onOpenCode } = props;
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const cells = useRovingCells<HTMLTableSectionElement>();
  const shown = showsAll ? rows : rows.slice(0, firstRows);

  const heads = useMemo(() => {
    const head = (column: PairColumn, name: string, title: string) => ({ column, name, title });
    return [
      ...(unit === 'turn' ? [head('both', t('cooccurrence.column.both'), t('cooccurrence.column.both.long'))] : []),
      ...(unit === 'overlap'
        ? [head('pairs', t('cooccurrence.column.pairs'), t('cooccurrence.column.pairs.long'))]
        : []),
      head('first', t('cooccurrence.column.first'), t('cooccurrence.column.first.long', { unit })),
      head('second', t('cooccurrence.column.second'), t('cooccurrence.column.second.long', { unit })),
      head('jaccard', t('cooccurrence.column.jaccard'), t('cooccurrence.column.jaccard.long', { unit })),
      ...(unit === 'turn' ? [head('pairs', t('cooccurrence.column.pairs'), t('cooccurrence.column.pairs.long'))] : []),
      head('characters', t('cooccurrence.column.characters'), t('cooccurrence.column.characters.long')),
    ];
  }, [t, unit]);

  const figure = (row: PairRow, column: PairColumn): { text: string; title?: string } => {
    if (column === 'jaccard')
      return 'value' in row.jaccard
        ? { text: coefficientText(row.jaccard.value) }
        : { text: t('results.undefined'), title: undefinedText(t, row.jaccard.undefined) };
    return { text: countText(Number(pairValues[column](row))) };
  };

  return (
    <>
      <table className={`${result.table} ${styles.table}`} aria-label={t('cooccurrence.table.label')}>
        <thead>
          <tr>
            <SortHead column="pair" sorting={sorting} onSort={onSort} first="ascending">
              {t('cooccurrence.column.pair')}
            </SortHead>
            {heads.map(({ column, name, title }) => (
              <SortHead key={column} column={column} sorting={sorting} onSort={onSort} title={title} isNumber>
                {name}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody ref={cells}>
          {shown.map((row, place) => (
            <tr key={`${row.first.id} ${row.second.id}`} data-selected={isSelected(row)}>
              <th scope="row">
                <button type="button" className={styles.pair} onClick={() => onOpenPair(row)} {...cellAt(place, 0)}>
                  <CodeChip {...row.first} />
                  <CodeChip {...row.second} />
                </button>
              </th>
              {heads.map(({ column, name }, at) => {
                const { text, title } = figure(row, column);
                return (
                  <td
                    key={column}
                    className={`${result.number} ${at === 0 ? result.main : ''} ${title ? result.undefined : ''}`}
                  >
                    <FigureButton
                      row={place}
                      column={at + 1}
                      text={text}
                      title={title}
                      label={t('cooccurrence.cell', {
                        a: row.first.name,
                        b: row.second.name,
                        column: name,
                        value: title ? `${text}. ${title}` : text,
                      })}
                      onOpen={() => {
                        if (column === 'first') onOpenCode(row.first);
                        else if (column === 'second') onOpenCode(row.second);
                        else onOpenPair(row);
                      }}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <Button look="plain" onPress={() => setShowsAll(true)}>
          {t('results.showAll', { count: rows.length })}
        </Button>
      ) : null}
    </>
  );
}
