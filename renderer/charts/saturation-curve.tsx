import type { Ref } from 'react';
import { useRovingCells } from '../ui/use-roving-cells.ts';
import { ChartMark } from './chart-mark.tsx';
import styles from './portraits.module.css';
import { shortName } from './short-name.ts';

export type CurveStep = { readonly id: string; readonly name: string; readonly first: number; readonly known: number };

type SaturationCurveProps = {
  readonly ref?: Ref<SVGSVGElement>;
  readonly steps: readonly CurveStep[];
  readonly newLabel: string;
  readonly knownLabel: string;
  readonly description: string;
  readonly stepLabel: (place: number) => string;
  readonly selected: number | null;
  readonly onOpen: (place: number) => void;
};

const area = { left: 40, top: 28, height: 240 };
const nameRoom = 96;

/** The least of 1, 2, 5, 10, 20, 50 … that is not smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least)!;
}

/** New codes of each interview as bars, the codes known so far as a line above them, both on one scale. */
export function SaturationCurve(props: SaturationCurveProps) {
  const { ref, steps, newLabel, knownLabel, description, stepLabel, selected, onOpen } = props;
  const cells = useRovingCells<SVGGElement>();
  const pitch = Math.min(88, Math.max(30, 640 / Math.max(1, steps.length)));
  const most = Math.max(1, ...steps.map(({ known }) => known));
  const base = area.top + area.height;
  const width = area.left + steps.length * pitch + 24;
  const xOf = (place: number): number => area.left + (place + 0.5) * pitch;
  const yOf = (count: number): number => base - (count / most) * area.height;
  const every = roundStep(most / 8);
  const ticks = Array.from({ length: Math.floor(most / every) + 1 }, (_, place) => place * every);
  return (
    <svg
      {...(ref ? { ref } : {})}
      width={Math.max(width, 420)}
      height={base + nameRoom}
      role="group"
      aria-label={description}
      className={styles.chart}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${area.left} ${Math.round(yOf(tick)) + 0.5}H${width - 24}`} className={styles.grid} />
          <text x={area.left - 8} y={yOf(tick) + 4} textAnchor="end" className={styles.figure}>
            {tick}
          </text>
        </g>
      ))}
      <rect x={area.left} y={4} width={10} height={10} className={styles.bar} />
      <text x={area.left + 16} y={13} className={styles.note}>
        {newLabel}
      </text>
      <path d={`M${area.left + 130} 9.5h22`} className={styles.curve} />
      <circle cx={area.left + 141} cy={9.5} r={3.5} className={styles.point} />
      <text x={area.left + 160} y={13} className={styles.note}>
        {knownLabel}
      </text>
      <path
        d={`M${steps.map(({ known }, place) => `${xOf(place)} ${yOf(known)}`).join('L')}`}
        className={styles.curve}
      />
      <g ref={cells}>
        {steps.map(({ id, first, known }, place) => (
          <ChartMark
            key={id}
            row={0}
            column={place}
            label={stepLabel(place)}
            isPressed={selected === place}
            onOpen={() => onOpen(place)}
          >
            <rect
              x={xOf(place) - pitch / 2 + 1}
              y={area.top - 8}
              width={pitch - 2}
              height={area.height + 8}
              className={styles.hit}
            />
            <rect x={xOf(place) - 9} y={yOf(first)} width={18} height={base - yOf(first)} className={styles.bar} />
            <circle cx={xOf(place)} cy={yOf(known)} r={3.5} className={styles.point} />
            {first > 0 && yOf(first) - yOf(known) > 18 ? (
              <text x={xOf(place)} y={yOf(first) - 4} textAnchor="middle" className={styles.count}>
                {first}
              </text>
            ) : null}
            <text x={xOf(place) - 5} y={yOf(known) - 7} textAnchor="end" className={styles.figure}>
              {known}
            </text>
          </ChartMark>
        ))}
      </g>
      <path d={`M${area.left} ${base + 0.5}H${width - 24}`} className={styles.base} />
      {steps.map(({ id, name }, place) => (
        <text
          key={id}
          transform={`translate(${xOf(place) + 4} ${base + 14}) rotate(-40)`}
          textAnchor="end"
          className={styles.note}
        >
          {shortName(name, 20)}
        </text>
      ))}
    </svg>
  );
}
