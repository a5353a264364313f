import { useEffect, useRef } from 'react';
import { isDialogOpen } from './commands/shortcuts.ts';
import { useNavigation } from './navigation.ts';
import type { ViewName } from './rooms.ts';

/** Where one goes on in a screen: the reader's turn, else its heading, from which Tab leads on. */
const starts = ['main [data-block][tabindex="0"]', 'main h1'];

function startOfScreen(): HTMLElement | null {
  for (const start of starts) {
    const element = document.querySelector<HTMLElement>(start);
    if (element) return element;
  }
  return null;
}

/** Whether the keyboard is where a screen has put it itself: in a field, on a row. */
function isWithin(): boolean {
  const at = document.activeElement;
  return at !== null && at.tagName !== 'H1' && at.closest('main') !== null;
}

/** Takes the keyboard into a screen, also where what stands there comes later, until a key or the pointer is used. Answers how to stop. */
function enter(isWanted: () => boolean): () => void {
  const taking = new MutationObserver(() => take());
  const user = new AbortController();
  const stop = (): void => {
    taking.disconnect();
    user.abort();
  };
  const take = (): void => {
    // A dialog that is just closing still holds the keyboard.
    if (isDialogOpen()) return;
    if (isWithin()) {
      stop();
      return;
    }
    const start = startOfScreen();
    if (!start || start === document.activeElement || !isWanted()) return;
    if (start.tagName === 'H1') start.tabIndex = -1;
    start.focus({ preventScroll: true });
  };
  for (const act of ['keydown', 'pointerdown'])
    window.addEventListener(act, stop, { capture: true, signal: user.signal });
  taking.observe(document.body, { childList: true, subtree: true });
  take();
  return stop;
}

/** Where the keyboard is when the one thing that had it is gone. */
function isNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement?.tagName === 'H1';
}

/** Takes the keyboard into the screen that a command has opened, or that has taken the place of what had the keyboard. */
export function useEntering(view: ViewName, isLoading: boolean): void {
  const entered = useNavigation((s) => s.entered);
  const before = useRef(view);
  useEffect(() => {
    if (isLoading) return;
    const isOther = before.current !== view;
    before.current = view;
    if (entered) return enter(() => true);
    return isOther ? enter(isNowhere) : undefined;
  }, [view, isLoading, entered]);
}
