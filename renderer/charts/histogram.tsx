import styles from './histogram.module.css';

type HistogramProps = {
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  /** The largest count of the charts it stands beside. */
  readonly most: number;
  readonly x?: number;
  readonly y?: number;
};

const bar = { width: 20, gap: 3, height: 40 };

export function histogramSize(bars: number): { width: number; height: number } {
  return { width: bars * (bar.width + bar.gap), height: bar.height + 32 };
}

/** How many gave each answer: a bar with its count above and its answer below. */
export function Histogram({ counts, most, x = 0, y = 0 }: HistogramProps) {
  const base = bar.height + 14;
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d={`M0 ${base}H${counts.length * (bar.width + bar.gap)}`} className={styles.axis} />
      {counts.map(({ value, count }, place) => {
        const left = place * (bar.width + bar.gap);
        const height = most === 0 ? 0 : (bar.height * count) / most;
        const middle = left + bar.width / 2;
        return (
          <g key={value}>
            <rect x={left} y={base - height} width={bar.width} height={height} className={styles.bar} />
            {count > 0 ? (
              <text x={middle} y={base - height - 3} textAnchor="middle" className={styles.count}>
                {count}
              </text>
            ) : null}
            <text x={middle} y={base + 13} textAnchor="middle" className={styles.value}>
              {value}
            </text>
          </g>
        );
      })}
    </g>
  );
}
