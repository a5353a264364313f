import type { Ref } from 'react';
import { shapePath } from '../../charts/behaviour-shape.tsx';
import { RespondentSquares, squaresWidth } from '../../charts/respondent-squares.tsx';
import type { ComparisonGroup, ComparisonTable } from '../../../shared/contract/methods/comparison.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { countText, noFigure } from '../results/figures.ts';
import { squarePlaces } from './comparison-table.tsx';
import type { ColumnName } from './comparison-words.ts';
import styles from './comparison-chart.module.css';

type ComparisonChartProps = {
  readonly ref: Ref<SVGSVGElement>;
  readonly table: ComparisonTable;
  readonly groups: readonly ComparisonGroup[];
  readonly rows: readonly NamedCode[];
  readonly columns: readonly ColumnName[];
  readonly hasShapes: boolean;
};

const rowHeight = 26;
const nameWidth = 220;

/** The tables as one drawing, to be exported; it is never on the screen. */
export function ComparisonChart({ ref, groups, rows, columns, hasShapes }: ComparisonChartProps) {
  const { t } = useWords();
  const most = Math.max(0, ...groups.map(({ respondents }) => respondents.length));
  const columnWidth = Math.max(170, squaresWidth(most) + 70);
  const titled = groups.some(({ name }) => name !== null);
  const groupHeight = (titled ? rowHeight : 0) + rowHeight * (rows.length + 1) + 12;
  return (
    <svg
      ref={ref}
      aria-hidden
      className={styles.chart}
      width={nameWidth + columnWidth * columns.length}
      height={groupHeight * groups.length}
    >
      {groups.map((group, place) => {
        const top = place * groupHeight + (titled ? rowHeight : 0);
        return (
          <g key={group.key ?? 'whole'}>
            {titled ? (
              <text x={0} y={top - 8} className={styles.head}>
                {group.name ?? t('results.filter.noValue')}
              </text>
            ) : null}
            {columns.map(({ id, name }, column) => (
              <g key={id} transform={`translate(${nameWidth + column * columnWidth} ${top + 12})`}>
                {hasShapes ? <path d={shapePath(column)} transform="translate(7 0)" className={styles.shape} /> : null}
                <text x={hasShapes ? 20 : 0} y={4} className={styles.head}>
                  {name} ({group.inColumns[column]!.length})
                </text>
              </g>
            ))}
            {rows.map((code, row) => {
              const y = top + rowHeight * (row + 1);
              return (
                <g key={code.id}>
                  <path d={`M0 ${y}H${nameWidth + columnWidth * columns.length}`} className={styles.line} />
                  <text x={0} y={y + 17} className={styles.name}>
                    {code.name}
                  </text>
                  {columns.map(({ id }, column) => {
                    const cell = group.cells[row]![column]!;
                    const x = nameWidth + column * columnWidth;
                    return (
                      <g key={id}>
                        <RespondentSquares
                          respondents={group.respondents.length}
                          {...squarePlaces(group, column, cell)}
                          x={x}
                          y={y + 7}
                        />
                        <text x={x + squaresWidth(group.respondents.length) + 10} y={y + 17} className={styles.count}>
                          {cell.passages === 0
                            ? noFigure
                            : `${countText(cell.respondents.length)} (${countText(cell.passages)})`}
                        </text>
                      </g>
                    );
                  })}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
