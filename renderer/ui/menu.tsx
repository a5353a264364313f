import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './choice.module.css';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly keys?: string;
};

type MenuProps = {
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly label: string;
  /** Entries that are in force now. */
  readonly selected?: readonly string[];
};

/** A menu under its button. */
export function Menu({ trigger, entries, label, selected }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover!} offset={4}>
        <AriaMenu
          aria-label={label}
          className={styles.list!}
          {...(selected ? { selectionMode: 'multiple', selectedKeys: selected } : {})}
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
