import type { ReactNode } from 'react';
import { countText } from './figures.ts';
import styles from './hit-group.module.css';

type GroupProps = {
  readonly name: string;
  readonly count: number;
  /** How many of them are taken. */
  readonly taken: number;
  /** Of the box that takes or leaves all. */
  readonly label: string;
  readonly onTakeAll: (isTaken: boolean) => void;
  readonly children: ReactNode;
};

/** What was found in one transcript, to be taken or left, together or one by one. */
export function HitGroup({ name, count, taken, label, onTakeAll, children }: GroupProps) {
  return (
    <section aria-label={name} className={styles.group}>
      <h2 className={styles.document}>
        <input
          type="checkbox"
          aria-label={label}
          checked={taken === count}
          ref={(box) => {
            if (box) box.indeterminate = taken > 0 && taken < count;
          }}
          onChange={(event) => onTakeAll(event.target.checked)}
        />
        {name}
        <span className={styles.count}>{countText(count)}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
