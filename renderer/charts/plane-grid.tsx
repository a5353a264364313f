import type { Ref } from 'react';
import styles from './plane-chart.module.css';
import { endLines, type PlaneArea, planeTicks, planeX, planeY } from './plane-geometry.ts';

/** What every drawing of the plane is told: its axes in words, and what screen readers say of it. */
export type PlaneDrawingFrame = {
  readonly ref: Ref<SVGSVGElement>;
  readonly xAxis: PlaneAxis;
  readonly yAxis: PlaneAxis;
  readonly language: string;
  readonly label: string;
};

/** An axis in words: its name and what its ends mean. */
export type PlaneAxis = { readonly name: string; readonly low: string; readonly high: string };

type PlaneGridProps = Pick<PlaneDrawingFrame, 'xAxis' | 'yAxis' | 'language'> & { readonly area: PlaneArea };

const endSize = 11;
const lineHeight = 14;

/** How much room the words of the ends take below and to the left of the plane. */
export function planeMargins(
  { width, height }: { readonly width: number; readonly height: number },
  { xAxis, yAxis, language }: Pick<PlaneGridProps, 'xAxis' | 'yAxis' | 'language'>,
): { readonly below: number; readonly left: number } {
  const most = ({ low, high }: PlaneAxis, length: number): number =>
    Math.max(...[low, high].map((words) => endLines(words, length / 2 - 8, endSize, language).length));
  return { below: 42 + lineHeight * most(xAxis, width), left: 50 + lineHeight * most(yAxis, height) };
}

/** Lines and figures of both axes, their names and the words of their ends. */
export function PlaneGrid({ area, xAxis, yAxis, language }: PlaneGridProps) {
  const { left, top, right, bottom } = area;
  const lines = (words: string, room: number): string[] => endLines(words, room / 2 - 8, endSize, language);
  const [xEnds, yEnds] = [
    [lines(xAxis.low, right - left), lines(xAxis.high, right - left)],
    [lines(yAxis.low, bottom - top), lines(yAxis.high, bottom - top)],
  ];
  const yLeft = left - 50 - lineHeight * (Math.max(...yEnds.map(({ length }) => length)) - 1);
  return (
    <>
      {planeTicks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${planeX(area, tick)} ${top}V${bottom}M${left} ${planeY(area, tick)}H${right}`}
            className={styles.grid}
          />
          <text x={planeX(area, tick)} y={bottom + 16} textAnchor="middle" className={styles.figure}>
            {tick}
          </text>
          <text x={left - 8} y={planeY(area, tick) + 4} textAnchor="end" className={styles.figure}>
            {tick}
          </text>
        </g>
      ))}
      <text x={(left + right) / 2} y={bottom + 34} textAnchor="middle" className={styles.axis}>
        {xAxis.name}
      </text>
      {xEnds.map((words, end) =>
        words.map((line, place) => (
          <text
            key={`${end} ${line}`}
            x={end === 0 ? left : right}
            y={bottom + 52 + place * lineHeight}
            textAnchor={end === 0 ? 'start' : 'end'}
            className={styles.end}
          >
            {line}
          </text>
        )),
      )}
      <text
        transform={`translate(${left - 32} ${(top + bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
        className={styles.axis}
      >
        {yAxis.name}
      </text>
      {yEnds.map((words, end) =>
        words.map((line, place) => (
          <text
            key={`${end} ${line}`}
            transform={`translate(${yLeft + place * lineHeight} ${end === 0 ? bottom : top}) rotate(-90)`}
            textAnchor={end === 0 ? 'start' : 'end'}
            className={styles.end}
          >
            {line}
          </text>
        )),
      )}
    </>
  );
}
