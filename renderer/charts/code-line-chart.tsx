import type { Ref } from 'react';
import { useRovingCells } from '../ui/use-roving-cells.ts';
import { ChartMark } from './chart-mark.tsx';
import { CodeBar, type CodeLook } from './code-bar.tsx';
import styles from './portraits.module.css';
import { shortName } from './short-name.ts';

export type ChartLine = {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  /** Whose codings; empty where they are of one coder. */
  readonly coder: string;
  readonly look: CodeLook;
  readonly bars: readonly { readonly from: number; readonly to: number }[];
};

type CodeLineChartProps = {
  readonly ref?: Ref<SVGSVGElement>;
  readonly lines: readonly ChartLine[];
  readonly length: number;
  readonly begin: string;
  readonly end: string;
  readonly description: string;
  readonly barLabel: (line: number, bar: number) => string;
  readonly onOpen: (line: number, bar: number) => void;
};

const nameRoom = 250;
const axisWidth = 940;
const pitch = 22;
const headRoom = 22;
const tenths = Array.from({ length: 11 }, (_, place) => place);

/** A row for each code, bars where it was given, from the beginning of a text to its end. */
export function CodeLineChart(props: CodeLineChartProps) {
  const { ref, lines, length, begin, end, description, barLabel, onOpen } = props;
  const cells = useRovingCells<SVGGElement>();
  const height = headRoom + lines.length * pitch + 4;
  const xOf = (position: number): number => nameRoom + (position / Math.max(1, length)) * axisWidth;
  return (
    <svg
      {...(ref ? { ref } : {})}
      width={nameRoom + axisWidth}
      height={height}
      role="group"
      aria-label={description}
      className={styles.chart}
    >
      <text x={nameRoom} y={12} className={styles.note}>
        {begin}
      </text>
      <text x={nameRoom + axisWidth} y={12} textAnchor="end" className={styles.note}>
        {end}
      </text>
      {tenths.map((tenth) => (
        <path
          key={tenth}
          d={`M${nameRoom + (tenth * axisWidth) / 10 + 0.5} ${headRoom - 4}V${height}`}
          className={styles.grid}
        />
      ))}
      {lines.map(({ id, name, lang, coder, look }, line) => {
        const y = headRoom + line * pitch;
        return (
          <g key={id}>
            <CodeBar look={look} x={0} y={y + 6} width={14} height={8} />
            <text x={20} y={y + 14} lang={lang} className={styles.name}>
              {shortName(name, coder === '' ? 35 : 26)}
            </text>
            <text x={nameRoom - 10} y={y + 14} textAnchor="end" className={styles.note}>
              {shortName(coder, 8)}
            </text>
            <path d={`M${nameRoom} ${y + pitch - 0.5}h${axisWidth}`} className={styles.grid} />
          </g>
        );
      })}
      <g ref={cells}>
        {lines.map(({ id, look, bars }, line) =>
          bars.map(({ from, to }, bar) => {
            const y = headRoom + line * pitch;
            const wide = Math.max(2, xOf(to) - xOf(from));
            return (
              <ChartMark
                key={`${id} ${from}`}
                row={line}
                column={bar}
                label={barLabel(line, bar)}
                onOpen={() => onOpen(line, bar)}
              >
                <CodeBar look={look} x={xOf(from)} y={y + 5} width={wide} height={10} />
                <rect
                  x={xOf(from) - 1}
                  y={y + 1}
                  width={Math.max(6, wide + 2)}
                  height={pitch - 4}
                  className={styles.hit}
                />
              </ChartMark>
            );
          }),
        )}
      </g>
    </svg>
  );
}
