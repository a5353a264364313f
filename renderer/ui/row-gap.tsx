import styles from './row-gap.module.css';

/** The room of rows of a table that are not drawn. */
export function RowGap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden className={styles.gap} style={{ height: `${height}rem` }}>
      <td colSpan={columns}>{'\u00a0'}</td>
    </tr>
  );
}

/** The room of items of a list that are not drawn. */
export function ItemGap({ height }: { readonly height: number }) {
  return <li aria-hidden style={{ height: `${height}rem` }} />;
}
