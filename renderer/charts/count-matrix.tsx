import type { Ref } from 'react';
import { useRovingCells } from '../ui/use-roving-cells.ts';
import { ChartMark } from './chart-mark.tsx';
import { CodeBar, type CodeLook } from './code-bar.tsx';
import { heatStep } from './heat-scale.ts';
import styles from './portraits.module.css';
import { shortName } from './short-name.ts';

export type MatrixRow = {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly look: CodeLook;
  readonly counts: readonly number[];
  readonly total: number;
};

type CountMatrixProps = {
  readonly ref?: Ref<SVGSVGElement>;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly totalLabel: string;
  readonly description: string;
  readonly cellLabel: (row: number, column: number | null) => string;
  readonly selected: { readonly row: number; readonly column: number | null } | null;
  /** A null column is the bar of the whole row. */
  readonly onOpen: (row: number, column: number | null) => void;
};

const nameRoom = 210;
const headRoom = 112;
const rowHeight = 24;
const cellWidth = 36;
const barRoom = 150;

/** Codes by columns, the count in each cell and deeper the more there are, with a bar for each row; nothing is told by depth alone. */
export function CountMatrix(props: CountMatrixProps) {
  const { ref, rows, columns, totalLabel, description, cellLabel, selected, onOpen } = props;
  const cells = useRovingCells<SVGGElement>();
  // One by one: there may be more counts than a call has room for.
  const maximum = rows.reduce((most, { counts }) => counts.reduce((a, b) => Math.max(a, b), most), 0);
  const most = rows.reduce((longest, { total }) => Math.max(longest, total), 1);
  const barsAt = nameRoom + columns.length * cellWidth + 12;
  const width = barsAt + barRoom + 40;
  const height = headRoom + rows.length * rowHeight;
  const isSelected = (row: number, column: number | null): boolean =>
    selected?.row === row && selected.column === column;
  return (
    <svg
      {...(ref ? { ref } : {})}
      width={width}
      height={height}
      role="group"
      aria-label={description}
      className={styles.chart}
    >
      {columns.map(({ id, name }, column) => (
        <text
          key={id}
          transform={`translate(${nameRoom + column * cellWidth + 20} ${headRoom - 8}) rotate(-50)`}
          className={styles.note}
        >
          {shortName(name, 21)}
        </text>
      ))}
      <text x={barsAt} y={headRoom - 8} className={styles.note}>
        {totalLabel}
      </text>
      {rows.map(({ id, name, lang, look }, row) => (
        <g key={id}>
          <CodeBar look={look} x={0} y={headRoom + row * rowHeight + 8} width={14} height={7} />
          <text x={20} y={headRoom + row * rowHeight + 16} lang={lang} className={styles.name}>
            {shortName(name, 29)}
          </text>
        </g>
      ))}
      <g ref={cells}>
        {rows.map(({ id, counts, total }, row) => {
          const top = headRoom + row * rowHeight;
          const long = (total / most) * barRoom;
          return (
            <g key={id}>
              {/* The empty cells of a row as one broken line: most of a large matrix is empty. */}
              <line
                x1={nameRoom}
                x2={nameRoom + columns.length * cellWidth}
                y1={top + (rowHeight - 2) / 2}
                y2={top + (rowHeight - 2) / 2}
                strokeWidth={rowHeight - 2}
                strokeDasharray={`${cellWidth - 2} 2`}
                className={styles.emptyRow}
              />
              {columns.map(({ id: of }, column) => {
                const count = counts[column] ?? 0;
                const place = { x: nameRoom + column * cellWidth, y: top, width: cellWidth - 2, height: rowHeight - 2 };
                const step = heatStep(count, maximum);
                return step === null ? null : (
                  <ChartMark
                    key={of}
                    row={row}
                    column={column}
                    label={cellLabel(row, column)}
                    isPressed={isSelected(row, column)}
                    onOpen={() => onOpen(row, column)}
                  >
                    <rect
                      {...place}
                      className={styles.cell}
                      fill={`color-mix(in oklab, var(--heat) ${step.mix}%, var(--page))`}
                    />
                    <text
                      x={place.x + place.width / 2}
                      y={top + 15}
                      textAnchor="middle"
                      className={`${styles.count} ${step.onDark ? styles.onDark : ''}`}
                    >
                      {count}
                    </text>
                  </ChartMark>
                );
              })}
              <ChartMark
                row={row}
                column={columns.length}
                label={cellLabel(row, null)}
                isPressed={isSelected(row, null)}
                onOpen={() => onOpen(row, null)}
              >
                <rect x={barsAt} y={top} width={barRoom + 38} height={rowHeight - 2} className={styles.hit} />
                <rect x={barsAt} y={top + 6} width={long} height={10} className={styles.bar} />
                <text x={barsAt + long + 6} y={top + 15} className={styles.count}>
                  {total}
                </text>
              </ChartMark>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
