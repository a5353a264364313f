import { shapePath } from './behaviour-shape.tsx';
import styles from './plane-chart.module.css';
import { fittingText, planeX, planeY, roughWidth, spreadMarks } from './plane-geometry.ts';
import { type PlaneDrawingFrame, PlaneGrid, planeMargins } from './plane-grid.tsx';

/** One behaviour with the places of the groups that have one. */
export type PlanePanel = {
  readonly id: string;
  /** Place of the behaviour: its shape. */
  readonly behaviour: number;
  readonly name: string;
  readonly lang: string;
  readonly points: readonly { readonly group: number; readonly x: number; readonly y: number }[];
};

type PlanePanelsProps = PlaneDrawingFrame & {
  readonly panels: readonly PlanePanel[];
  /** What the groups are called, by number. */
  readonly groups: readonly string[];
};

const plane = { width: 230, height: 200 };
const titleHeight = 30;
const gap = 24;
const mark = 15;
const keyLine = 18;

/** The key in lines: `1 en  2 zh-Hans  3 ja`. */
function keyRows(groups: readonly string[], width: number): { x: number; row: number }[] {
  let [x, row] = [0, 0];
  return groups.map((name) => {
    const length = roughWidth(name, 12) + 40;
    if (x > 0 && x + length > width) [x, row] = [0, row + 1];
    const place = { x, row };
    x += length;
    return place;
  });
}

/** A plane for each behaviour with the groups as numbers, moved apart where they would cover each other, and what the numbers mean. */
export function PlanePanels({ ref, panels, groups, xAxis, yAxis, language, label }: PlanePanelsProps) {
  const { left, below } = planeMargins(plane, { xAxis, yAxis, language });
  const [width, height] = [left + plane.width + gap, titleHeight + plane.height + below];
  const columns = Math.min(2, Math.max(1, panels.length));
  const area = { left, top: titleHeight, right: left + plane.width, bottom: titleHeight + plane.height };
  const key = keyRows(groups, columns * width);
  const keyTop = Math.ceil(panels.length / columns) * (height + gap);
  const total = { width: columns * width, height: keyTop + keyLine * ((key.at(-1)?.row ?? 0) + 1) };
  return (
    <svg
      ref={ref}
      role="img"
      aria-label={label}
      {...total}
      viewBox={`0 0 ${total.width} ${total.height}`}
      className={styles.plane}
    >
      {panels.map(({ id, behaviour, name, lang, points }, place) => {
        const places = points.map(({ x, y }) => ({ x: planeX(area, x), y: planeY(area, y) }));
        const marks = spreadMarks(places, mark);
        return (
          <g
            key={id}
            transform={`translate(${(place % columns) * width} ${Math.floor(place / columns) * (height + gap)})`}
          >
            <path d={shapePath(behaviour)} transform={`translate(${left + 7} 12)`} className={styles.shape} />
            <text x={left + 20} y={17} lang={lang} className={styles.axis}>
              {fittingText(name, 12, plane.width - 20)}
              <title>{name}</title>
            </text>
            <PlaneGrid area={area} xAxis={xAxis} yAxis={yAxis} language={language} />
            {places.map((from, at) => {
              const to = marks[at]!;
              if (from.x === to.x && from.y === to.y) return null;
              return (
                <g key={points[at]!.group}>
                  <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} className={styles.spread} />
                  <circle cx={from.x} cy={from.y} r={2} className={styles.shape} />
                </g>
              );
            })}
            {points.map(({ group }, at) => (
              <g key={group}>
                <circle cx={marks[at]!.x} cy={marks[at]!.y} r={mark / 2 - 0.5} className={styles.hollow} />
                <text x={marks[at]!.x} y={marks[at]!.y + 4} textAnchor="middle" className={styles.number}>
                  {group + 1}
                </text>
              </g>
            ))}
          </g>
        );
      })}
      {groups.map((name, group) => (
        <g key={name} transform={`translate(${key[group]!.x} ${keyTop + keyLine * key[group]!.row + 10})`}>
          <circle cx={mark / 2} cy={0} r={mark / 2 - 0.5} className={styles.hollow} />
          <text x={mark / 2} y={4} textAnchor="middle" className={styles.number}>
            {group + 1}
          </text>
          <text x={mark + 6} y={4} className={styles.name}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
