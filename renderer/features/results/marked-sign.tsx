import { countText } from './figures.ts';
import styles from './marked-sign.module.css';

/** The sign of the marker: at a passage that carries it, or with how many do. */
export function MarkedSign({ text, count }: { readonly text: string; readonly count?: number }) {
  return (
    <span className={styles.sign} title={text}>
      <span aria-hidden>~{count === undefined ? '' : countText(count)}</span>
      <span className="unseen">{text}</span>
    </span>
  );
}
