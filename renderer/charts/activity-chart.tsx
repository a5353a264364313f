import type { Ref } from 'react';
import { useRovingCells } from '../ui/use-roving-cells.ts';
import { ChartMark } from './chart-mark.tsx';
import styles from './portraits.module.css';
import { shortName } from './short-name.ts';

type ActivityChartProps = {
  readonly ref?: Ref<SVGSVGElement>;
  readonly coders: readonly { readonly id: string; readonly name: string; readonly note: string }[];
  /** Counts in the order of the coders. */
  readonly days: readonly { readonly day: string; readonly label: string; readonly counts: readonly number[] }[];
  readonly description: string;
  readonly dayLabel: (coder: number, day: number) => string;
  readonly selected: { readonly coder: number; readonly day: number } | null;
  readonly onOpen: (coder: number, day: number) => void;
};

const nameRoom = 130;
const rowHeight = 72;
const barRoom = 44;
/** Where a day has less room than this, its date is turned. */
const labelRoom = 70;

/** Codings of each day as bars from one line up, a row for each coder, all on one scale; the count stands above each. */
export function ActivityChart(props: ActivityChartProps) {
  const { ref, coders, days, description, dayLabel, selected, onOpen } = props;
  const cells = useRovingCells<SVGGElement>();
  const pitch = Math.min(76, Math.max(26, 760 / Math.max(1, days.length)));
  const most = Math.max(1, ...days.flatMap(({ counts }) => counts));
  const width = nameRoom + days.length * pitch;
  const labelsAt = coders.length * rowHeight;
  return (
    <svg
      {...(ref ? { ref } : {})}
      width={Math.max(width, 420)}
      height={labelsAt + 64}
      role="group"
      aria-label={description}
      className={styles.chart}
    >
      {coders.map(({ id, name, note }, coder) => (
        <g key={id}>
          <text x={0} y={(coder + 1) * rowHeight - 18} className={styles.name}>
            {shortName(name, 18)}
          </text>
          <text x={0} y={(coder + 1) * rowHeight - 3} className={styles.note}>
            {note}
          </text>
          <path d={`M${nameRoom} ${(coder + 1) * rowHeight + 0.5}H${width}`} className={styles.base} />
        </g>
      ))}
      <g ref={cells}>
        {coders.map(({ id }, coder) =>
          days.map(({ day, counts }, place) => {
            const count = counts[coder] ?? 0;
            if (count === 0) return null;
            const tall = Math.max(1, (count / most) * barRoom);
            const [x, base] = [nameRoom + place * pitch, (coder + 1) * rowHeight];
            return (
              <ChartMark
                key={`${id} ${day}`}
                row={coder}
                column={place}
                label={dayLabel(coder, place)}
                isPressed={selected?.coder === coder && selected.day === place}
                onOpen={() => onOpen(coder, place)}
              >
                <rect
                  x={x + 1}
                  y={base - rowHeight + 4}
                  width={pitch - 2}
                  height={rowHeight - 5}
                  className={styles.hit}
                />
                <rect x={x + 4} y={base - tall} width={pitch - 8} height={tall} className={styles.bar} />
                <text x={x + pitch / 2} y={base - tall - 4} textAnchor="middle" className={styles.count}>
                  {count}
                </text>
              </ChartMark>
            );
          }),
        )}
      </g>
      {days.map(({ day, label }, place) => (
        <text
          key={day}
          {...(pitch < labelRoom
            ? {
                transform: `translate(${nameRoom + (place + 0.5) * pitch + 4} ${labelsAt + 14}) rotate(-40)`,
                textAnchor: 'end',
              }
            : { x: nameRoom + (place + 0.5) * pitch, y: labelsAt + 16, textAnchor: 'middle' })}
          className={styles.note}
        >
          {label}
        </text>
      ))}
    </svg>
  );
}
