import styles from './carried-words.module.css';
import { useCarried } from './follow-drag.ts';

/** What the pointer carries, beside it. */
export function CarriedWords() {
  const carried = useCarried((s) => s.carried);
  if (!carried) return null;
  return (
    <div className={styles.carried} style={{ left: carried.x + 12, top: carried.y + 8 }} aria-hidden>
      {carried.label}
    </div>
  );
}
