import { coefficientScale, guideLines } from './coefficient-scale.ts';
import plot from './coefficient-plot.module.css';
import styles from './trend-chart.module.css';
import { shortened } from '../../shared/text/shortened.ts';

export type TrendLine = {
  readonly name: string;
  /** Drawn as: filled square, hollow circle, cross. */
  readonly mark: 'square' | 'circle' | 'cross';
  /** One a point; null where the coefficient is not defined: the line is broken there. */
  readonly values: readonly (number | null)[];
};

const height = 180;
const margin = 12;
const left = 36;
const step = 96;

/** Runs of neighbouring defined values as paths. */
function pathOf(points: readonly ({ x: number; y: number } | null)[]): string {
  return points
    .map((point, place) => (point ? `${place > 0 && points[place - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
    .join('');
}

function Mark({ mark, x, y }: { mark: TrendLine['mark']; x: number; y: number }) {
  if (mark === 'square') return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} className={plot.full} />;
  if (mark === 'circle') return <circle cx={x} cy={y} r={4} className={plot.hollow} />;
  return <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className={styles.cross} />;
}

/** Coefficients from point to point, with the customary guide lines. The figures stand in a table beside it. */
export function TrendChart({
  label,
  points,
  lines,
}: {
  label: string;
  points: readonly string[];
  lines: readonly TrendLine[];
}) {
  const scale = coefficientScale(
    lines.flatMap(({ values }) => values.filter((value) => value !== null)),
    height,
    margin,
  );
  const y = (value: number): number => height - scale.x(value);
  const x = (place: number): number => left + step / 2 + place * step;
  const width = left + step * points.length;
  return (
    <figure className={styles.chart}>
      <svg role="img" aria-label={label} width={width} height={height + 20}>
        {[0, ...guideLines, 1].map((value) => (
          <g key={value}>
            <path d={`M${left} ${y(value)}H${width}`} className={value === 0 ? plot.zero : plot.guide} />
            <text x={left - 6} y={y(value) + 4} textAnchor="end" className={plot.figure}>
              {value === 0 || value === 1 ? value : value === 0.8 ? '.80' : '.67'}
            </text>
          </g>
        ))}
        {lines.map(({ name, mark, values }) => {
          const placed = values.map((value, place) => (value === null ? null : { x: x(place), y: y(value) }));
          return (
            <g key={name}>
              <path d={pathOf(placed)} className={`${styles.line} ${styles[mark]}`} />
              {placed.map((point, place) => (point ? <Mark key={points[place]} mark={mark} {...point} /> : null))}
            </g>
          );
        })}
        {points.map((point, place) => (
          <text key={point} x={x(place)} y={height + 14} textAnchor="middle" className={plot.figure}>
            {shortened(point, 14)}
          </text>
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {lines.map(({ name, mark }) => (
          <span key={name}>
            <svg aria-hidden width={14} height={14}>
              <Mark mark={mark} x={7} y={7} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
