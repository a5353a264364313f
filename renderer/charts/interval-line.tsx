import styles from './coefficient-plot.module.css';

/** A horizontal axis from `low` to `high`, mapped to pixels. */
export type LineScale = {
  readonly width: number;
  x(value: number): number;
  readonly low: number;
  readonly high: number;
};

/** An axis that holds every interval given and 0; ends beyond `limit` are cut there. */
export function lineScale(
  intervals: readonly { readonly low: number; readonly high: number }[],
  width: number,
  limit: number,
): LineScale {
  const low = Math.max(
    -limit,
    intervals.reduce((least, one) => Math.min(least, one.low), 0),
  );
  const high = Math.min(
    limit,
    intervals.reduce((most, one) => Math.max(most, one.high), 0),
  );
  const span = high - low || 1;
  return {
    width,
    low,
    high,
    x: (value) => 4 + ((width - 8) * (Math.min(high, Math.max(low, value)) - low)) / span,
  };
}

type IntervalLineProps = {
  readonly scale: LineScale;
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
};

/** A value with its interval beside the figure in a table, a full line at 0; hidden from screen readers, who hear the figure. */
export function IntervalLine({ scale, value, interval }: IntervalLineProps) {
  const height = 28;
  const y = height / 2;
  return (
    <svg aria-hidden className={styles.plot} width={scale.width} height={height}>
      <path d={`M${scale.x(0)} 0V${height}`} className={styles.zero} />
      <path d={`M${scale.x(interval.low)} ${y}H${scale.x(interval.high)}`} className={styles.interval} />
      <rect x={scale.x(value) - 3.5} y={y - 3.5} width={7} height={7} className={styles.full} />
    </svg>
  );
}
