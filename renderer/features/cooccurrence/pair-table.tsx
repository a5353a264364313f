import { useMemo, useState } from 'react';
import { IntervalLine, lineScale } from '../../charts/interval-line.tsx';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import { isStatistic } from '../help/statistics.ts';
import { FigureButton } from '../results/figure-button.tsx';
import { coefficientText, countText, noFigure, percentText, pText } from '../results/figures.ts';
import { MarkedSign } from '../results/marked-sign.tsx';
import result from '../results/result.module.css';
import { SortHead } from '../results/sort-head.tsx';
import type { Sorting } from '../results/sorting.ts';
import { undefinedText } from '../results/undefined-text.ts';
import { type PairColumn, pairFigure, type TestOf } from './pair-figures.ts';
import type { PairRow } from './pair-rows.ts';
import styles from './pair-table.module.css';

/** Rows drawn before the reader asks for all. */
const firstRows = 200;

const counts: ReadonlySet<PairColumn> = new Set(['both', 'first', 'second', 'pairs', 'characters']);
const shares: ReadonlySet<PairColumn> = new Set(['ofFirst', 'ofSecond']);
const probabilities: ReadonlySet<PairColumn> = new Set(['p', 'q', 'fisher']);

function valueText(column: PairColumn, value: number): string {
  if (counts.has(column)) return countText(value);
  if (shares.has(column)) return percentText(value);
  return probabilities.has(column) ? pText(value) : coefficientText(value);
}

type PairTableProps = {
  /** Units: the first count is of units with both. Overlaps: of pairs of codings. */
  readonly isOverlap: boolean;
  readonly columns: readonly Exclude<PairColumn, 'pair'>[];
  readonly testOf: TestOf;
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
  const { isOverlap, columns, testOf, rows, sorting, onSort, isSelected, onOpenPair, onOpenCode } = props;
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const cells = useRovingCells<HTMLTableSectionElement>();
  const shown = showsAll ? rows : rows.slice(0, firstRows);
  const unit = isOverlap ? 'overlap' : 'unit';
  const drawsInterval = columns.includes('logOdds');
  const scale = useMemo(
    () =>
      lineScale(
        rows.flatMap(({ pair }) => (pair.logOdds && 'interval' in pair.logOdds ? [pair.logOdds.interval] : [])),
        88,
        8,
      ),
    [rows],
  );

  const figure = (row: PairRow, column: Exclude<PairColumn, 'pair'>): { text: string; title?: string } => {
    const found = pairFigure(row, column, testOf);
    if (found === null) return { text: noFigure };
    if ('value' in found) return { text: valueText(column, found.value) };
    return { text: t('results.undefined'), title: undefinedText(t, found.undefined) };
  };

  return (
    <>
      <table className={`${result.table} ${styles.table}`} aria-label={t('cooccurrence.table.label')}>
        <thead>
          <tr>
            <SortHead column="pair" sorting={sorting} onSort={onSort} first="ascending">
              {t('cooccurrence.column.pair')}
            </SortHead>
            {columns.map((column) => (
              <SortHead
                key={column}
                column={column}
                sorting={sorting}
                onSort={onSort}
                first={probabilities.has(column) ? 'ascending' : 'descending'}
                title={t(`cooccurrence.column.${column}.long`, { unit })}
                help={column === 'p' ? 'permutationP' : isStatistic(column) ? column : undefined}
                isNumber
              >
                {t(`cooccurrence.column.${column}`)}
              </SortHead>
            ))}
            {drawsInterval ? (
              <th scope="col" className={styles.plot}>
                {t('cooccurrence.column.interval')}
              </th>
            ) : null}
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
              {columns.map((column, at) => {
                const { text, title } = figure(row, column);
                return (
                  <td
                    key={column}
                    className={`${result.number} ${at === 0 ? result.main : ''} ${title ? result.undefined : ''} ${probabilities.has(column) ? styles.late : ''}`}
                  >
                    <FigureButton
                      row={place}
                      column={at + 1}
                      text={text}
                      title={title}
                      label={t('cooccurrence.cell', {
                        a: row.first.name,
                        b: row.second.name,
                        column: t(`cooccurrence.column.${column}`),
                        value: title ? `${text}. ${title}` : text,
                      })}
                      onOpen={() => {
                        if (column === 'first') onOpenCode(row.first);
                        else if (column === 'second') onOpenCode(row.second);
                        else onOpenPair(row);
                      }}
                    />
                    {at === 0 && row.pair.marked ? (
                      <MarkedSign count={row.pair.marked} text={t('cooccurrence.marked', { count: row.pair.marked })} />
                    ) : null}
                  </td>
                );
              })}
              {drawsInterval ? (
                <td className={styles.plot}>
                  {row.pair.logOdds && 'value' in row.pair.logOdds ? (
                    <>
                      <IntervalLine scale={scale} value={row.pair.logOdds.value} interval={row.pair.logOdds.interval} />
                      <span className="unseen">
                        {t('results.interval', {
                          low: coefficientText(row.pair.logOdds.interval.low),
                          high: coefficientText(row.pair.logOdds.interval.high),
                        })}
                      </span>
                    </>
                  ) : null}
                </td>
              ) : null}
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
