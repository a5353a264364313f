import type { ReactNode } from 'react';
import { Tick } from './tick.tsx';
import styles from './tick-list.module.css';

type TickListProps = {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: ReactNode; readonly isTicked: boolean }[];
  readonly onToggle: (id: string) => void;
};

/** Several of a few named things. */
export function TickList({ label, items, onToggle }: TickListProps) {
  return (
    <fieldset className={styles.list}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.items}>
        {items.map((item) => (
          <Tick key={item.id} label={item.label} isTicked={item.isTicked} onChange={() => onToggle(item.id)} />
        ))}
      </div>
    </fieldset>
  );
}
