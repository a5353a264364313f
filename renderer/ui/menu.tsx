import { type ReactNode, useRef } from 'react';
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

type MenuListProps = Pick<MenuProps, 'entries' | 'label' | 'selected'>;

function MenuList({ entries, label, selected, isFirstFocused = false }: MenuListProps & { isFirstFocused?: boolean }) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles.list!}
      {...(isFirstFocused ? { autoFocus: 'first' as const } : {})}
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
  );
}

type MenuAtProps = MenuListProps & { readonly anchor: Element; readonly onClose: () => void };

/** A menu that is open at an element which is no button of its own. */
export function MenuAt({ anchor, onClose, ...list }: MenuAtProps) {
  const trigger = useRef<Element | null>(anchor);
  const entries = list.entries.map((entry) => ({
    ...entry,
    run: () => {
      onClose();
      entry.run();
    },
  }));
  return (
    <Popover
      className={styles.popover!}
      offset={4}
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <MenuList {...list} entries={entries} isFirstFocused />
    </Popover>
  );
}

/** A menu under its button. */
export function Menu({ trigger, entries, label, selected }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover!} offset={4}>
        <MenuList label={label} entries={entries} {...(selected ? { selected } : {})} />
      </Popover>
    </MenuTrigger>
  );
}
