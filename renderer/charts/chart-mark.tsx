import type { ReactNode } from 'react';
import { cellAt } from '../ui/use-roving-cells.ts';
import styles from './portraits.module.css';

type ChartMarkProps = {
  readonly row: number;
  readonly column: number;
  /** What a screen reader says of it, and what an exported file shows when pointed at. */
  readonly label: string;
  readonly isPressed?: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
};

/** A part of a chart that opens something: one of the cells between which the arrow keys move. */
export function ChartMark({ row, column, label, isPressed, onOpen, children }: ChartMarkProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no button of its own
    <g
      role="button"
      aria-label={label}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      className={styles.mark}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
      {...cellAt(row, column)}
    >
      <title data-only="screen">{label}</title>
      {children}
    </g>
  );
}
