import styles from './exchange.module.css';

type CheckListProps = {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  /** Those that are not chosen. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

/** Several of a few things, all chosen at first. */
export function CheckList({ label, items, left, onToggle }: CheckListProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={items.length > 6 ? 0 : -1}>
        {items.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={!left.has(id)} onChange={() => onToggle(id)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
