import styles from './tick-list.module.css';

type TickListProps = {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: string; readonly isTicked: boolean }[];
  readonly onToggle: (id: string) => void;
};

/** Several of a few named things. */
export function TickList({ label, items, onToggle }: TickListProps) {
  return (
    <fieldset className={styles.list}>
      <legend className={styles.label}>{label}</legend>
      {items.map((item) => (
        <label key={item.id} className={styles.item}>
          <input type="checkbox" checked={item.isTicked} onChange={() => onToggle(item.id)} />
          {item.label}
        </label>
      ))}
    </fieldset>
  );
}
