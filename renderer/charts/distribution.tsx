import type { Ref } from 'react';
import styles from './distribution.module.css';
import { shortened } from '../../shared/text/shortened.ts';

export type DistributionBar = { readonly value: string; readonly count: number };

export type DistributionRow = {
  /** What the row is: an item, or a group of respondents. */
  readonly name: string;
  readonly note: string;
  readonly bars: readonly DistributionBar[];
};

type DistributionProps = {
  readonly rows: readonly DistributionRow[];
  /** What a screen reader and an exported file say of the chart. */
  readonly description: string;
  /** What the first and the last answer mean. */
  readonly ends: readonly [string, string] | null;
  readonly ref?: Ref<SVGSVGElement>;
  /** Opens what a bar counts. */
  readonly onOpen?: (row: number, bar: number) => void;
  /** What a screen reader says of a bar that opens. */
  readonly barLabel?: (row: number, bar: number) => string;
};

const barWidth = 44;
const pitch = 56;
const barHeight = 72;
const rowGap = 26;
const textLine = 16;
/** Figures above a bar. */
const figureRoom = 16;

/**
 * How often each answer was given, a row for each group: bars from one line up, the count above each, the answer below. Heights are
 * shares of the row's n, all rows on one scale, so that groups of different size compare; nothing is told by colour.
 */
export function Distribution({ rows, description, ends, ref, onOpen, barLabel }: DistributionProps) {
  const scale = Math.max(
    ...rows.flatMap(({ bars }) => bars.map(({ count }) => count / Math.max(1, answersIn(bars)))),
    0.01,
  );
  const columns = Math.max(1, ...rows.map(({ bars }) => bars.length));
  const width = Math.max(320, columns * pitch);
  const rowHeight = textLine * 2 + figureRoom + barHeight + textLine + rowGap;
  const height = rows.length * rowHeight - rowGap + (ends === null ? 0 : textLine + 4);
  const chart = (
    <svg
      {...(ref === undefined ? {} : { ref })}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={description}
      className={styles.chart}
    >
      {rows.map((row, place) => (
        <Row key={row.name} row={row} top={place * rowHeight} width={columns * pitch} scale={scale} />
      ))}
      {ends === null ? null : (
        <>
          <text x={0} y={height - 3} className={styles.end}>
            {ends[0]}
          </text>
          <text x={columns * pitch - (pitch - barWidth)} y={height - 3} textAnchor="end" className={styles.end}>
            {ends[1]}
          </text>
        </>
      )}
    </svg>
  );
  if (onOpen === undefined) return chart;
  return (
    <div className={styles.opening}>
      {chart}
      {rows.flatMap(({ name, bars }, place) =>
        bars.map(({ value, count }, bar) =>
          count === 0 ? null : (
            <button
              key={`${name} ${value}`}
              type="button"
              className={styles.open}
              aria-label={barLabel?.(place, bar)}
              style={{
                insetInlineStart: bar * pitch,
                insetBlockStart: place * rowHeight + textLine * 2,
                width: barWidth,
                height: figureRoom + barHeight + textLine,
              }}
              onClick={() => onOpen(place, bar)}
            />
          ),
        ),
      )}
    </div>
  );
}

function answersIn(bars: readonly DistributionBar[]): number {
  return bars.reduce((sum, { count }) => sum + count, 0);
}

type RowProps = {
  readonly row: DistributionRow;
  readonly top: number;
  readonly width: number;
  /** The share that fills a bar. */
  readonly scale: number;
};

function Row({ row: { name, note, bars }, top, width, scale }: RowProps) {
  const n = answersIn(bars);
  const base = top + textLine * 2 + figureRoom + barHeight;
  return (
    <g>
      <text x={0} y={top + 12} className={styles.name}>
        {name}
      </text>
      <text x={0} y={top + 12 + textLine} className={styles.note}>
        {note}
      </text>
      <line x1={0} y1={base + 0.5} x2={width} y2={base + 0.5} className={styles.base} />
      {bars.map(({ value, count }, at) => {
        const tall = n === 0 ? 0 : (count / n / scale) * barHeight;
        const middle = at * pitch + barWidth / 2;
        return (
          <g key={value}>
            <rect x={at * pitch} y={base - tall} width={barWidth} height={tall} className={styles.bar} />
            <text
              x={middle}
              y={base - tall - 4}
              textAnchor="middle"
              className={count === 0 ? styles.zero : styles.count}
            >
              {count}
            </text>
            <text x={middle} y={base + 14} textAnchor="middle" className={styles.value}>
              {shortened(value, 9)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The same in the line of a table: heights only, the figures stand beside it. */
export function SmallDistribution({ bars }: { bars: readonly DistributionBar[] }) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg aria-hidden width={bars.length * 10} height={20} className={styles.small}>
      {bars.map(({ value, count }, at) => {
        const tall = Math.max(1, (count / highest) * 18);
        return <rect key={value} x={at * 10} y={19 - tall} width={8} height={tall} className={styles.bar} />;
      })}
    </svg>
  );
}
