import { BehaviourShape } from '../../charts/behaviour-shape.tsx';
import { RespondentSquares, squaresWidth } from '../../charts/respondent-squares.tsx';
import type { ComparisonGroup, ComparisonTable } from '../../../shared/contract/methods/comparison.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import type { NamedCode } from '../results/code-names.ts';
import { countText, noFigure } from '../results/figures.ts';
import result from '../results/result.module.css';
import type { ColumnName } from './comparison-words.ts';
import styles from './comparison.module.css';

type ComparisonTableViewProps = {
  readonly table: ComparisonTable;
  readonly group: ComparisonGroup;
  /** What the group is called; null: the whole. */
  readonly title: string | null;
  readonly rows: readonly NamedCode[];
  readonly columns: readonly ColumnName[];
  readonly hasShapes: boolean;
  readonly unit: 'respondents' | 'passages';
  readonly selected: { readonly row: number; readonly column: number } | null;
  readonly onOpen: (row: number, column: number) => void;
};

/** Places in a list of places: where each respondent of the group stands among its squares. */
export function squarePlaces(group: ComparisonGroup, column: number, cell: ComparisonGroup['cells'][number][number]) {
  const places = new Map(group.respondents.map((respondent, place) => [respondent, place]));
  const counted = new Set(group.inColumns[column]);
  return {
    filled: new Set(cell.respondents.map(({ respondent }) => places.get(respondent)!)),
    absent: new Set(group.respondents.flatMap((respondent, place) => (counted.has(respondent) ? [] : [place]))),
  };
}

/** Codes × behaviours or groups: squares for the respondents, their number, the passages. Every cell opens its passages. */
export function ComparisonTableView(props: ComparisonTableViewProps) {
  const { group, title, rows, columns, hasShapes, unit, selected, onOpen } = props;
  const { t } = useWords();
  const cells = useRovingCells<HTMLTableSectionElement>();
  const width = squaresWidth(group.respondents.length);
  const bold = (which: 'respondents' | 'passages') => (unit === which ? styles.mainCount : styles.otherCount);
  return (
    <table className={`${result.table} ${styles.table}`} aria-label={title ?? t('comparison.table.label')}>
      {title === null ? null : (
        <caption className={styles.group}>
          {title} <span>{t('comparison.group.respondents', { count: group.respondents.length })}</span>
        </caption>
      )}
      <thead>
        <tr>
          <th scope="col">{t('comparison.interviews')}</th>
          {columns.map(({ id, name, lang }, column) => (
            <th key={id} scope="col">
              <span className={styles.column}>
                {hasShapes ? <BehaviourShape place={column} /> : null}
                <span lang={lang} className={styles.columnName} title={name}>
                  {name}
                </span>
                {group.inColumns[column]!.length < group.respondents.length ? (
                  <span className={styles.otherCount}>
                    {t('comparison.column.n', { n: group.inColumns[column]!.length })}
                  </span>
                ) : null}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={cells}>
        {rows.map((code, row) => (
          <tr key={code.id} data-selected={selected?.row === row}>
            <th scope="row">
              <CodeChip {...code} />
            </th>
            {columns.map(({ id, name }, column) => {
              const cell = group.cells[row]![column]!;
              const { filled, absent } = squarePlaces(group, column, cell);
              const isSelected = selected?.row === row && selected.column === column;
              return (
                <td key={id}>
                  <button
                    type="button"
                    className={`${styles.cell} ${isSelected ? styles.cellSelected : ''}`}
                    aria-pressed={isSelected}
                    onClick={() => onOpen(row, column)}
                    {...cellAt(row, column)}
                  >
                    <span className="unseen">
                      {t('comparison.cell', {
                        row: code.name,
                        column: name,
                        respondents: filled.size,
                        n: group.inColumns[column]!.length,
                        passages: cell.passages,
                        marked: cell.marked,
                      })}
                    </span>
                    <svg aria-hidden width={width} height={13} className={styles.squares}>
                      <RespondentSquares respondents={group.respondents.length} filled={filled} absent={absent} />
                    </svg>
                    {cell.passages === 0 ? (
                      <span aria-hidden className={styles.mainCount}>
                        {noFigure}
                      </span>
                    ) : (
                      <>
                        <span aria-hidden className={bold('respondents')}>
                          {countText(filled.size)}
                        </span>
                        <span aria-hidden className={bold('passages')}>
                          {countText(cell.passages)}
                        </span>
                        {cell.marked > 0 ? (
                          <span
                            aria-hidden
                            className={styles.marked}
                            title={t('comparison.marked', { count: cell.marked })}
                          >
                            ~{countText(cell.marked)}
                          </span>
                        ) : null}
                      </>
                    )}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
