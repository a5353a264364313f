import { cellAt } from '../../ui/use-roving-cells.ts';
import styles from './result.module.css';

type FigureButtonProps = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What a screen reader says: whose figure, which figure, its value. */
  readonly label: string;
  /** Shown on hover: why there is no value. */
  readonly title?: string | undefined;
  readonly isPressed?: boolean;
  readonly onOpen: () => void;
};

/** A figure that opens the passages behind it; one of the cells of its table. */
export function FigureButton({ row, column, text, label, title, isPressed, onOpen }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={label}
      aria-pressed={isPressed}
      title={title}
      onClick={onOpen}
      {...cellAt(row, column)}
    >
      {text}
    </button>
  );
}
