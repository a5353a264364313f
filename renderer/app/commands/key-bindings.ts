import { create } from 'zustand';
import { applicationMenu, type MenuEntry } from '../../../shared/hosts/menu.ts';
import { isComposing } from '../../ui/composing.ts';
import { isMac, type Keys } from './keys.ts';
import type { Command } from './registry.ts';

/** Keys of the user's own choice, by command; an empty list takes a command's keys away. */
export const useKeyBindings = create<{ readonly own: Readonly<Record<string, readonly Keys[]>> }>(() => ({ own: {} }));

/** The keys a command answers to now; the first is shown. */
export function keysOf(command: Pick<Command, 'id' | 'keys'>): readonly Keys[] {
  const { own } = useKeyBindings.getState();
  return (Object.hasOwn(own, command.id) ? own[command.id] : command.keys) ?? [];
}

/** Commands whose keys the system's menu shows: every program has the same ones, and they stay. */
const standard: ReadonlySet<string> = new Set(
  (function named(entries: readonly MenuEntry[]): string[] {
    return entries.flatMap((entry) => {
      if (entry.type === 'menu') return named(entry.entries);
      return entry.type === 'command' && entry.keys !== undefined ? [entry.command] : [];
    });
  })(applicationMenu(isMac ? 'mac' : 'other')),
);

export function isRebindable({ id }: Pick<Command, 'id'>): boolean {
  return !standard.has(id);
}

/** Other commands that answer to these keys. */
export function commandsWithKeys(commands: readonly Command[], command: Command, keys: Keys): readonly Command[] {
  return commands.filter((other) => other.id !== command.id && keysOf(other).includes(keys));
}

const modifiers: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead']);

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** The chord a key press makes, written as commands write it; null for a modifier alone or a key an input method owns. */
export function keysOfPress(event: Press): Keys | null {
  if (isComposing(event) || modifiers.has(event.key)) return null;
  const typed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Where the layout types no Latin letter, its place on the keyboard names it.
  const byPlace = /^[\x20-\x7e]$/.test(event.key) ? null : /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
  const key = event.key.length === 1 ? (byPlace ?? typed) : event.key;
  const isLetterOrDigit = /^[A-Z0-9]$/.test(key);
  const isSign = key.length === 1 && !isLetterOrDigit;
  const parts = [
    (isMac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && !isSign ? 'Shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}
