import { useEffect } from 'react';

/** What last had the keyboard outside every dialog and menu over the page; null if it was given up. */
let last: HTMLElement | null = null;

const overPage = '[data-modal], [role="menu"], [role="listbox"]';
/** Where the keyboard goes when the element it was in is gone: the reader's turn, a table's cell, else the first stop of the view. */
const stops = ['[data-block][tabindex="0"]', '[data-cell][tabindex="0"]', 'main [tabindex="0"]', 'main button'];

/** Remembers where the keyboard is while nothing lies over the page. */
export function useFocusMemory(): void {
  useEffect(() => {
    const remember = ({ type, target, relatedTarget }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || target.closest(overPage)) return;
      if (type === 'focusin') last = target;
      else if (relatedTarget === null && document.hasFocus())
        // What leaves the page has not given the keyboard up.
        setTimeout(() => {
          if (target === last && target.isConnected && document.activeElement === document.body) last = null;
        });
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', remember);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', remember);
    };
  }, []);
}

/** Frames for which a closed dialog may still lose the keyboard: what it deleted leaves the page a little later. */
const watched = 40;

function giveBack(frames: number, isOver: () => boolean): void {
  if (frames === 0 || !last || isOver()) return;
  if (document.activeElement !== document.body || document.querySelector('[data-modal]')) {
    requestAnimationFrame(() => giveBack(frames - 1, isOver));
    return;
  }
  const places = stops.map((stop) => document.querySelector<HTMLElement>(stop));
  const place = last.isConnected ? last : places.find((stop) => stop !== null);
  place?.focus({ preventScroll: true });
}

/**
 * When a dialog closes whose opener is gone, with another dialog or with what was deleted, the keyboard goes to where it
 * was on the page and not to nowhere. A press of the mouse meanwhile says where it goes instead.
 */
export function useFocusReturn(): void {
  useEffect(
    () => () => {
      let isOver = false;
      document.addEventListener('pointerdown', () => (isOver = true), { capture: true, once: true });
      // After the dialog has tried to give it back itself, and after a command has opened the next one.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => requestAnimationFrame(() => giveBack(watched, () => isOver))),
      );
    },
    [],
  );
}
