import { memo, type ReactNode, type Ref } from 'react';
import { cellAt, useRovingCells } from '../ui/use-roving-cells.ts';
import styles from './heat-map.module.css';
import { heatStep } from './heat-scale.ts';

/** A cell and the gap after it, in pixels. */
const pitch = 27;
const cellSize = 25;
/** Room for the names that stand on the diagonal. */
const nameRoom = 112;
const leastWidth = 360;

/** One pair of the lower triangle: `row` > `column`, both places in the list of names. */
export type HeatCell = { readonly row: number; readonly column: number; readonly count: number };

type CellsProps = {
  /** The pairs that have a count; all others are drawn empty. */
  readonly cells: readonly HeatCell[];
  readonly size: number;
  readonly maximum: number;
  readonly countText: (count: number) => string;
  /** What a screen reader says of a cell. */
  readonly cellLabel: (cell: HeatCell) => string;
  /** Must stay the same function, or every cell is drawn again. */
  readonly onSelect: (row: number, column: number) => void;
};

/** Kept apart from the selection, so that choosing a cell does not draw a thousand cells again. */
const Cells = memo(function Cells({ cells, size, maximum, countText, cellLabel, onSelect }: CellsProps) {
  const counted = cells.filter((cell) => cell.count > 0);
  const empty = Array.from({ length: Math.max(0, size - 1) }, (_, place) => place + 1);
  return (
    <>
      {empty.map((row) => (
        <EmptyRow key={row} row={row} />
      ))}
      {counted.map((cell) => {
        const { mix, onDark } = heatStep(cell.count, maximum)!;
        const label = countText(cell.count);
        return (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no button of its own
          <g
            key={`${cell.row} ${cell.column}`}
            role="button"
            aria-label={cellLabel(cell)}
            className={`${styles.cell} ${onDark ? styles.dark : ''}`}
            onClick={() => onSelect(cell.row, cell.column)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onSelect(cell.row, cell.column);
            }}
            {...cellAt(cell.row, cell.column)}
          >
            <rect
              x={cell.column * pitch}
              y={cell.row * pitch}
              width={cellSize}
              height={cellSize}
              fill={`color-mix(in oklab, var(--heat) ${mix}%, var(--page))`}
            />
            <text
              x={cell.column * pitch + cellSize / 2}
              y={cell.row * pitch + 17}
              textAnchor="middle"
              className={label.length > 3 ? styles.long : undefined}
            >
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
});

/** The empty squares of one row as a single path: zero is the colour of a pane and says nothing. */
function EmptyRow({ row }: { row: number }) {
  const squares = Array.from(
    { length: row },
    (_, column) => `M${column * pitch} ${row * pitch}h${cellSize}v${cellSize}h-${cellSize}z`,
  );
  return <path d={squares.join('')} className={styles.empty} />;
}

/** A frame with a light gap inside, so that it is seen around the darkest and the lightest cell. */
function Frame({ row, column }: { row: number; column: number }) {
  const place = { x: column * pitch, y: row * pitch, width: cellSize, height: cellSize };
  return (
    <>
      <rect {...place} className={styles.gap} />
      <rect x={place.x - 2} y={place.y - 2} width={cellSize + 4} height={cellSize + 4} className={styles.selected} />
    </>
  );
}

type HeatMapProps = CellsProps & {
  /** What stands on the diagonal at each place: swatch, name, count. */
  readonly renderName: (place: number, isSelected: boolean) => ReactNode;
  /** The same as plain words, for the exported chart. */
  readonly nameText: (place: number) => string;
  readonly ref?: Ref<SVGSVGElement>;
  readonly selected: { readonly row: number; readonly column: number } | null;
};

/**
 * Counts of pairs as the lower triangle of a matrix; names stand on the diagonal and serve row and column at once.
 * Every count is a button; arrow keys move between them.
 */
export function HeatMap({ renderName, nameText, selected, ref, ...drawn }: HeatMapProps) {
  const cells = useRovingCells<SVGGElement>();
  const side = drawn.size * pitch;
  return (
    <div className={styles.frame} style={{ width: Math.max(side + nameRoom, leastWidth), height: side }}>
      <svg ref={ref} width={side + nameRoom} height={side} className={styles.map}>
        <g ref={cells}>
          <Cells {...drawn} />
        </g>
        <g data-only="export" className={styles.exported}>
          {Array.from({ length: drawn.size }, (_, place) => (
            <text key={place} x={place * pitch + 2} y={place * pitch + 17}>
              {nameText(place)}
            </text>
          ))}
        </g>
        {selected ? (
          <g data-only="screen">
            <Frame {...selected} />
          </g>
        ) : null}
      </svg>
      <ol className={styles.names}>
        {Array.from({ length: drawn.size }, (_, place) => (
          <li
            key={place}
            className={styles.name}
            style={{ insetBlockStart: place * pitch, insetInlineStart: place * pitch }}
          >
            {renderName(place, selected !== null && (selected.row === place || selected.column === place))}
          </li>
        ))}
      </ol>
    </div>
  );
}

type LegendProps = {
  readonly label: string;
  readonly counts: readonly number[];
  readonly maximum: number;
  readonly countText: (count: number) => string;
};

/** The ramp's steps with the counts they stand for. */
export function HeatLegend({ label, counts, maximum, countText }: LegendProps) {
  return (
    <p className={styles.legend}>
      <span className={styles.legendLabel}>{label}</span>
      <span className={`${styles.step} ${styles.zero}`}>0</span>
      {counts.map((count) => {
        const { mix, onDark } = heatStep(count, maximum)!;
        return (
          <span
            key={count}
            className={`${styles.step} ${onDark ? styles.darkStep : ''}`}
            style={{ background: `color-mix(in oklab, var(--heat) ${mix}%, var(--page))` }}
          >
            {countText(count)}
          </span>
        );
      })}
    </p>
  );
}
