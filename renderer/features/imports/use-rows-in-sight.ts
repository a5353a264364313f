import { type RefObject, useEffect, useState } from 'react';

/** Up to this many rows are all drawn: a reader of the screen then finds them all. */
const allDrawn = 60;
/** Rows drawn beyond the edges. */
const margin = 10;

/** Which rows of a long table to draw, `[first, last)`: those in sight of the box it scrolls in, and some around them. */
export function useRowsInSight(
  table: RefObject<HTMLTableElement | null>,
  rows: number,
  heightInRem: number,
): readonly [number, number] {
  const [top, setTop] = useState(0);
  const [shown, setShown] = useState(24);
  const isLong = rows > allDrawn;
  useEffect(() => {
    const box = table.current?.parentElement;
    if (!box || !isLong) return undefined;
    const height = heightInRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const look = (): void => {
      // In steps: scrolling by a row draws nothing anew.
      setTop(Math.max(0, Math.floor(box.scrollTop / height / margin) * margin));
      setShown(Math.ceil(box.clientHeight / height) + margin);
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [table, isLong, heightInRem]);
  if (!isLong) return [0, rows];
  return [Math.max(0, top - margin), Math.min(rows, top + shown + margin)];
}
