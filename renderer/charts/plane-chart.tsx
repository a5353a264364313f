import type { Ref } from 'react';
import { shapePath } from './behaviour-shape.tsx';
import styles from './plane-chart.module.css';

/** A value of one axis with what surrounds it. */
export type PlaneValue = { readonly value: number; readonly low: number | null; readonly high: number | null };

export type PlanePoint = {
  readonly id: string;
  /** Place of the behaviour: its shape. */
  readonly behaviour: number;
  readonly label: string;
  readonly lang?: string;
  /** Second line: acceptance and n. */
  readonly note: string;
  readonly x: PlaneValue;
  readonly y: PlaneValue;
  /** Of a group, drawn hollow. */
  readonly isGroup: boolean;
};

type PlaneChartProps = {
  readonly ref: Ref<SVGSVGElement>;
  readonly points: readonly PlanePoint[];
  /** Single respondents: many on one place are a larger dot. */
  readonly dots: readonly {
    readonly behaviour: number;
    readonly x: number;
    readonly y: number;
    readonly count: number;
  }[];
  readonly xAxis: { readonly name: string; readonly low: string; readonly high: string };
  readonly yAxis: { readonly name: string; readonly low: string; readonly high: string };
  readonly label: string;
};

const size = { width: 560, height: 470 };
const area = { left: 64, top: 14, right: 548, bottom: 398 };
const ticks = [1, 2, 3, 4, 5];

const xOf = (value: number): number => area.left + ((area.right - area.left) * (value - 1)) / 4;
const yOf = (value: number): number => area.bottom - ((area.bottom - area.top) * (value - 1)) / 4;
const inside = (value: number): number => Math.min(5, Math.max(1, value));

function Spread({ x, y }: Pick<PlanePoint, 'x' | 'y'>) {
  return (
    <>
      {x.low !== null && x.high !== null ? (
        <path d={`M${xOf(inside(x.low))} ${yOf(y.value)}H${xOf(inside(x.high))}`} className={styles.spread} />
      ) : null}
      {y.low !== null && y.high !== null ? (
        <path d={`M${xOf(x.value)} ${yOf(inside(y.low))}V${yOf(inside(y.high))}`} className={styles.spread} />
      ) : null}
    </>
  );
}

type LabelPlace = { readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'end' };

const labelPlaces: readonly LabelPlace[] = [
  { dx: 12, dy: -6, anchor: 'start' },
  { dx: -12, dy: -6, anchor: 'end' },
  { dx: 12, dy: 18, anchor: 'start' },
  { dx: -12, dy: 18, anchor: 'end' },
  { dx: 12, dy: -30, anchor: 'start' },
  { dx: -12, dy: -30, anchor: 'end' },
];

/** Where each label stands so that it covers no other and stays inside: the first place that is free. */
function placedLabels(points: readonly PlanePoint[]): LabelPlace[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  return points.map(({ x, y, label, note }) => {
    const width = 6.4 * Math.max(label.length, note.length * 0.9);
    const box = ({ dx, dy, anchor }: LabelPlace) => {
      const at = xOf(x.value) + dx;
      const top = yOf(y.value) + dy - 12;
      return {
        left: anchor === 'start' ? at : at - width,
        right: anchor === 'start' ? at + width : at,
        top,
        bottom: top + 28,
      };
    };
    const isFree = (place: LabelPlace): boolean => {
      const own = box(place);
      const clear = taken.every(
        (one) => own.right < one.left || own.left > one.right || own.bottom < one.top || own.top > one.bottom,
      );
      return clear && own.left > area.left - 60 && own.right < area.right + 8;
    };
    const place = labelPlaces.find(isFree) ?? labelPlaces[0]!;
    taken.push(box(place));
    return place;
  });
}

/** Behaviours in the plane of two axes from 1 to 5, told apart by shape, each with its spread; ends and names as text. */
export function PlaneChart({ ref, points, dots, xAxis, yAxis, label }: PlaneChartProps) {
  const labels = placedLabels(points);
  const middleY = (area.top + area.bottom) / 2;
  return (
    <svg ref={ref} role="img" aria-label={label} {...size} className={styles.plane}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${xOf(tick)} ${area.top}V${area.bottom}M${area.left} ${yOf(tick)}H${area.right}`}
            className={styles.grid}
          />
          <text x={xOf(tick)} y={area.bottom + 16} textAnchor="middle" className={styles.figure}>
            {tick}
          </text>
          <text x={area.left - 8} y={yOf(tick) + 4} textAnchor="end" className={styles.figure}>
            {tick}
          </text>
        </g>
      ))}
      <text x={(area.left + area.right) / 2} y={area.bottom + 36} textAnchor="middle" className={styles.axis}>
        {xAxis.name}
      </text>
      <text x={area.left} y={area.bottom + 54} className={styles.end}>
        {xAxis.low}
      </text>
      <text x={area.right} y={area.bottom + 54} textAnchor="end" className={styles.end}>
        {xAxis.high}
      </text>
      <text transform={`translate(32 ${middleY}) rotate(-90)`} textAnchor="middle" className={styles.axis}>
        {yAxis.name}
      </text>
      <text transform={`translate(14 ${area.bottom}) rotate(-90)`} className={styles.end}>
        {yAxis.low}
      </text>
      <text transform={`translate(14 ${area.top}) rotate(-90)`} textAnchor="end" className={styles.end}>
        {yAxis.high}
      </text>
      {dots.map(({ behaviour, x, y, count }) => (
        <path
          key={`${behaviour} ${x} ${y}`}
          d={shapePath(behaviour)}
          transform={`translate(${xOf(x) + ((behaviour % 4) - 1.5) * 9} ${yOf(y)}) scale(${0.35 + 0.22 * Math.sqrt(count)})`}
          className={styles.dot}
        />
      ))}
      {points.map((point) => (
        <Spread key={point.id} x={point.x} y={point.y} />
      ))}
      {points.map(({ id, behaviour, label, lang, note, x, y, isGroup }, place) => {
        const { dx, dy, anchor } = labels[place]!;
        return (
          <g key={id} transform={`translate(${xOf(x.value)} ${yOf(y.value)})`}>
            <path d={shapePath(behaviour)} className={isGroup ? styles.hollow : styles.shape} />
            <text x={dx} y={dy} textAnchor={anchor} lang={lang} className={styles.name}>
              {label}
            </text>
            <text x={dx} y={dy + 14} textAnchor={anchor} className={styles.note}>
              {note}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
