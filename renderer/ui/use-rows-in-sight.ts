import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { allDrawn, rangeInSight, type RowPart, rowParts, type RowPlaces, type RowRange } from './row-parts.ts';

/** `active`: the row that has the keyboard, where it is out of sight; −1: none. */
type Sight = RowRange & { readonly active: number };

export type RowsInSight = {
  readonly parts: readonly RowPart[];
  /** Scrolls so that a row is in sight, and draws it; within `flushSync` it is there at once. */
  readonly reveal: (row: number) => void;
};

/** Marks an element as a row of a long list: the one that has the keyboard is drawn wherever it stands. */
export function rowOf(row: number): { 'data-row': number } {
  return { 'data-row': row };
}

function rowWithKeyboard(list: HTMLElement): number {
  const active = document.activeElement;
  const row = list.contains(active) ? active?.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
  return Number(row ?? -1);
}

function pixelsOfRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * What to draw of a long table or list: the rows in sight of the box it stands in, which scrolls, and some around them. All of
 * them are still counted for whoever hears the page: give the list its number of rows, and each row its place.
 */
export function useRowsInSight(
  listRef: RefObject<HTMLElement | null>,
  places: RowPlaces,
  /** A row that is always drawn: the stop of the Tab key. */
  tabStop = -1,
): RowsInSight {
  const [sight, setSight] = useState<Sight>({ first: 0, last: allDrawn, active: -1 });
  const known = useRef(places);
  useLayoutEffect(() => {
    known.current = places;
  });
  const look = useCallback((): void => {
    const element = listRef.current;
    const box = element?.parentElement;
    if (!element || !box) return;
    const pixels = pixelsOfRem();
    const { first, last } = rangeInSight(
      known.current,
      box.scrollTop / pixels,
      (box.scrollTop + box.clientHeight) / pixels,
    );
    const withKeyboard = rowWithKeyboard(element);
    const active = withKeyboard >= first && withKeyboard < last ? -1 : withKeyboard;
    setSight((before) =>
      before.first === first && before.last === last && before.active === active ? before : { first, last, active },
    );
  }, [listRef]);

  const isLong = places.count > allDrawn;
  useEffect(() => {
    const box = listRef.current?.parentElement;
    if (!box || !isLong) return;
    const listening = new AbortController();
    box.addEventListener('scroll', look, { signal: listening.signal, passive: true });
    // It also tells the first size, once that is known: nothing has to be laid out for the asking.
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    return () => {
      listening.abort();
      sizes.disconnect();
    };
  }, [listRef, isLong, look]);

  const reveal = useCallback(
    (row: number): void => {
      const element = listRef.current;
      const box = element?.parentElement;
      if (!element || !box || row < 0 || row >= known.current.count) return;
      const pixels = pixelsOfRem();
      const head = element instanceof HTMLTableElement ? (element.tHead?.offsetHeight ?? 0) : 0;
      const top = known.current.topOf(row) * pixels;
      const bottom = known.current.topOf(row + 1) * pixels + head;
      if (top < box.scrollTop) box.scrollTo({ top });
      else if (bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: bottom - box.clientHeight });
      look();
    },
    [listRef, look],
  );

  const parts = useMemo(
    () => rowParts(places, isLong ? sight : { first: 0, last: places.count }, [sight.active, tabStop]),
    [places, isLong, sight, tabStop],
  );
  return { parts, reveal };
}
