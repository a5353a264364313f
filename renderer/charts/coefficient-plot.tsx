import { type CoefficientScale, guideLines } from './coefficient-scale.ts';
import styles from './coefficient-plot.module.css';

/** Lines at 0 and at the customary .667 and .80, over the whole height of a row. */
function Guides({ scale, height }: { scale: CoefficientScale; height: number }) {
  return (
    <>
      <path d={`M${scale.x(0)} 0V${height}`} className={styles.zero} />
      {guideLines.map((value) => (
        <path key={value} d={`M${scale.x(value)} 0V${height}`} className={styles.guide} />
      ))}
    </>
  );
}

const rowHeight = 28;
const half = 3.5;

type PointProps = {
  readonly scale: CoefficientScale;
  /** Null where the coefficient is not defined: the lines alone. */
  readonly value: number | null;
  /** The interval around it, where there is one. */
  readonly interval?: { readonly low: number; readonly high: number } | null;
  /** `hollow`: too few codings to lean on; `diamond`: over all codes. */
  readonly mark: 'square' | 'hollow' | 'diamond';
};

/** One row of a plot of coefficients. Its figure stands beside it in the table, so it is hidden from screen readers. */
export function CoefficientPoint({ scale, value, mark, interval = null }: PointProps) {
  const x = value === null ? 0 : scale.x(value);
  const y = rowHeight / 2;
  return (
    <svg aria-hidden className={styles.plot} width={scale.width} height={rowHeight}>
      <Guides scale={scale} height={rowHeight} />
      {value !== null && interval ? (
        <path d={`M${scale.x(interval.low)} ${y}H${scale.x(interval.high)}`} className={styles.interval} />
      ) : null}
      {value !== null && mark === 'diamond' ? (
        <path d={`M${x - 6} ${y}L${x} ${y - 5.5}L${x + 6} ${y}L${x} ${y + 5.5}z`} className={styles.full} />
      ) : null}
      {value !== null && mark !== 'diamond' ? (
        <rect
          x={x - half}
          y={y - half}
          width={2 * half}
          height={2 * half}
          className={mark === 'hollow' ? styles.hollow : styles.full}
        />
      ) : null}
    </svg>
  );
}

/** The figures of the axis, for the table's head. */
export function CoefficientAxis({ scale }: { scale: CoefficientScale }) {
  // The guide lines stand close together: their figures lean away from each other.
  const figures: [value: number, text: string, anchor: 'start' | 'middle' | 'end', shift: number][] = [
    [0, '0', 'middle', 0],
    [0.667, '.67', 'end', 5],
    [0.8, '.80', 'start', -5],
    [1, '1', 'middle', 0],
  ];
  if (scale.low <= -0.25)
    figures.unshift([scale.low, String(scale.low).replace('-', '−').replace('0.', '.'), 'middle', 0]);
  return (
    <svg aria-hidden className={styles.plot} width={scale.width} height={16}>
      {figures.map(([value, text, anchor, shift]) => (
        <text key={value} x={scale.x(value) + shift} y={12} textAnchor={anchor} className={styles.figure}>
          {text}
        </text>
      ))}
    </svg>
  );
}
