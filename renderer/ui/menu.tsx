import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './choice.module.css';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly keys?: string;
};

/** A menu under its button. */
export function Menu({
  trigger,
  entries,
  label,
}: {
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  label: string;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover!} offset={4}>
        <AriaMenu
          aria-label={label}
          className={styles.list!}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={styles.option!}>
              {entry.label}
              {entry.keys ? <kbd className={styles.keys}>{entry.keys}</kbd> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
