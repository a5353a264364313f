import type { ReactNode } from 'react';
import styles from './pane-section.module.css';

type SectionProps = {
  readonly title: string;
  readonly count?: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** Stays above the rows while they scroll. */
  readonly top?: ReactNode;
};

/** A titled part of a side pane whose rows scroll under its head. */
export function PaneSection({ title, count, action, top, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
        {action}
      </header>
      {top}
      <div className={styles.rows}>{children}</div>
    </section>
  );
}
