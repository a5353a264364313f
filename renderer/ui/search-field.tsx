import type { ComponentProps } from 'react';
import styles from './search-field.module.css';

type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  readonly label: string;
  /** `large`: the question of a whole screen; `code`: what is typed is a formula. */
  readonly look?: 'line' | 'large' | 'code';
};

/** One line to look for something; spelling help is off, it would send words away or download dictionaries. */
export function SearchField({ label, look = 'line', ...props }: SearchFieldProps) {
  return (
    <input
      type="text"
      role={look === 'code' ? undefined : 'searchbox'}
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      autoComplete="off"
      autoCorrect="off"
      translate="no"
      {...props}
      className={`${styles.field} ${styles[look]}`}
    />
  );
}
