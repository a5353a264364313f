import { shapePath } from './behaviour-shape.tsx';
import styles from './plane-chart.module.css';
import { fittingText, type PlaneArea, planeX, planeY, roughWidth, spreadMarks } from './plane-geometry.ts';
import { type PlaneDrawingFrame, PlaneGrid, planeMargins } from './plane-grid.tsx';

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
  /** Of one respondent, drawn hollow. */
  readonly isHollow: boolean;
};

/** Single respondents on one place: many are a larger dot. */
export type PlaneDot = {
  readonly behaviour: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
};

type PlaneChartProps = PlaneDrawingFrame & {
  readonly points: readonly PlanePoint[];
  readonly dots: readonly PlaneDot[];
};

const plane = { width: 484, height: 384 };
/** Longer names are cut: half the plane, so that one side of every place has room for them. The list beside has them whole. */
const nameRoom = plane.width / 2;
const nameSize = 12;

/** How far hollow marks stand apart. */
const hollowSize = 14;
const inside = (value: number): number => Math.min(5, Math.max(1, value));

function Spread({ area, x, y }: { area: PlaneArea } & Pick<PlanePoint, 'x' | 'y'>) {
  return (
    <>
      {x.low !== null && x.high !== null ? (
        <path
          d={`M${planeX(area, inside(x.low))} ${planeY(area, y.value)}H${planeX(area, inside(x.high))}`}
          className={styles.spread}
        />
      ) : null}
      {y.low !== null && y.high !== null ? (
        <path
          d={`M${planeX(area, x.value)} ${planeY(area, inside(y.low))}V${planeY(area, inside(y.high))}`}
          className={styles.spread}
        />
      ) : null}
    </>
  );
}

type LabelPlace = { readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'end' };

const labelPlaces: readonly LabelPlace[] = [-20, 18, -48, 46, -76, 74].flatMap((dy) => [
  { dx: 12, dy, anchor: 'start' },
  { dx: -12, dy, anchor: 'end' },
]);

/** Where each label stands so that it covers no other and stays inside: the first place that is free. */
function placedLabels(area: PlaneArea, points: readonly PlanePoint[]): LabelPlace[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  return points.map(({ x, y, label, note }) => {
    const width = Math.max(Math.min(nameRoom, roughWidth(label, nameSize)), roughWidth(note, 11));
    const box = ({ dx, dy, anchor }: LabelPlace) => {
      const at = planeX(area, x.value) + dx;
      const top = planeY(area, y.value) + dy - 12;
      return {
        left: anchor === 'start' ? at : at - width,
        right: anchor === 'start' ? at + width : at,
        top,
        bottom: top + (note === '' ? 15 : 28),
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
export function PlaneChart({ ref, points, dots, xAxis, yAxis, language, label }: PlaneChartProps) {
  const { left, below } = planeMargins(plane, { xAxis, yAxis, language });
  const area = { left, top: 14, right: left + plane.width, bottom: 14 + plane.height };
  const labels = placedLabels(area, points);
  // One respondent may put several behaviours on one place.
  const hollow = points.filter(({ isHollow }) => isHollow);
  const apart = spreadMarks(
    hollow.map(({ x, y }) => ({ x: planeX(area, x.value), y: planeY(area, y.value) })),
    hollowSize,
  );
  const placeOf = ({ id, x, y }: PlanePoint) =>
    apart[hollow.findIndex((one) => one.id === id)] ?? { x: planeX(area, x.value), y: planeY(area, y.value) };
  return (
    <svg
      ref={ref}
      role="img"
      aria-label={label}
      width={area.right + 12}
      height={area.bottom + below}
      viewBox={`0 0 ${area.right + 12} ${area.bottom + below}`}
      className={styles.plane}
    >
      <PlaneGrid area={area} xAxis={xAxis} yAxis={yAxis} language={language} />
      {dots.map(({ behaviour, x, y, count }) => (
        <path
          key={`${behaviour} ${x} ${y}`}
          d={shapePath(behaviour)}
          transform={`translate(${planeX(area, x) + ((behaviour % 4) - 1.5) * 9} ${planeY(area, y)}) scale(${0.35 + 0.22 * Math.sqrt(count)})`}
          className={styles.dot}
        />
      ))}
      {points.map((point) => (
        <Spread key={point.id} area={area} x={point.x} y={point.y} />
      ))}
      {points.map((point, place) => {
        const { id, behaviour, label, lang, note, isHollow } = point;
        const { dx, dy, anchor } = labels[place]!;
        const at = placeOf(point);
        return (
          <g key={id} transform={`translate(${at.x} ${at.y})`}>
            <path d={shapePath(behaviour)} className={isHollow ? styles.hollow : styles.shape} />
            <text x={dx} y={dy} textAnchor={anchor} lang={lang} className={styles.name}>
              {fittingText(label, nameSize, nameRoom)}
              <title>{label}</title>
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
