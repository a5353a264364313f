import type { ReactNode } from 'react';
import styles from './tick.module.css';

type TickProps = {
  readonly label: ReactNode;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
};

/** One thing that holds or does not. */
export function Tick({ label, isTicked, onChange }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={isTicked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
