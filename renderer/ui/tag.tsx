import styles from './tag.module.css';

/** A fact about data: Synthetic sample, Set from survey means. */
export function Tag({ children }: { children: string }) {
  return <span className={styles.tag}>{children}</span>;
}
