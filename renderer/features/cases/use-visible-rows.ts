import { type RefObject, useEffect, useState } from 'react';

/** Height of a row, in pixels; as in the style sheet. */
export const rowHeight = 28;
/** Rows drawn beyond what is seen, so that nothing is empty while it scrolls. */
const beyond = 12;

export type VisibleRows = { readonly first: number; readonly last: number };

/** The rows of a long table that are in sight, with some on either side. `last` is the row behind them. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, count: number): VisibleRows {
  const [rows, setRows] = useState<VisibleRows>({ first: 0, last: Math.min(count, 60) });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - beyond);
      const last = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + beyond);
      setRows((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    measure();
    const listening = new AbortController();
    element.addEventListener('scroll', measure, { signal: listening.signal, passive: true });
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => {
      listening.abort();
      sizes.disconnect();
    };
  }, [scroller, count]);
  return rows;
}
