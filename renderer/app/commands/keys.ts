/**
 * A key or chord as `Mod+Shift+Z`, `Shift+Tab`, `S`, `[`. `Mod` is Ctrl, or Command on a Mac.
 * Letters are written in capitals and match without Shift unless it is named; signs match whatever it takes to type them.
 */
export type Keys = string;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function isLetter(key: string): boolean {
  return /^[A-Z]$/.test(key);
}

/** Whether a key press is the chord. Letters also match by their place on the keyboard where the layout types no Latin. */
export function keysMatch(keys: Keys, event: KeyPress): boolean {
  const parts = keys.split('+');
  // The plus sign itself: "Mod++" splits into empty parts.
  const key = keys.endsWith('+') ? '+' : parts.at(-1)!;
  const wanted = (name: string): boolean => parts.includes(name) && name !== key;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== wanted('Mod') || other !== (isMac && wanted('Ctrl')) || event.altKey !== wanted('Alt')) return false;
  const isSign = key.length === 1 && !isLetter(key) && !/^\d$/.test(key);
  if (!isSign && event.shiftKey !== wanted('Shift')) return false;
  if (isLetter(key)) {
    const typed = event.key.toUpperCase();
    return typed === key || (!/^[\x20-\x7e]$/.test(event.key) && event.code === `Key${key}`);
  }
  if (/^\d$/.test(key)) return event.key === key || event.code === `Digit${key}`;
  return event.key === key;
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const keyNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** The chord as it is shown beside a command: `Ctrl Shift Z`, or `⇧⌘Z` on a Mac. */
export function keysShown(keys: Keys): string {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  const named = parts.map((part) => (isMac ? macNames[part] : undefined) ?? keyNames[part] ?? part);
  return named.join(isMac ? '' : ' ');
}
