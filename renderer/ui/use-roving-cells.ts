import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type CellPlace, cellMove, movedCell } from './cell-moves.ts';

/** A list of which only the rows in sight are drawn: a row is brought there before the keyboard goes on from it or to it. */
type LongList<Container> = {
  readonly list: RefObject<Container | null>;
  readonly rows: number;
  readonly reveal: (row: number) => void;
};

type CellElement = (HTMLElement | SVGElement) & { readonly dataset: DOMStringMap };

const cellSelector = '[data-cell]';

function placeOf(element: CellElement): CellPlace {
  const [row, column] = element.dataset.cell!.split(' ').map(Number) as [number, number];
  return { row, column };
}

/** The attribute that makes an element one of the cells: its row and column. */
export function cellAt(row: number, column: number): { 'data-cell': string; tabIndex: -1 } {
  return { 'data-cell': `${row} ${column}`, tabIndex: -1 };
}

/** Remembers which cell is the stop of the Tab key, and moves it. */
class TabStop {
  private cell: CellElement | null = null;

  set(cell: CellElement): void {
    if (this.cell && this.cell !== cell) this.cell.tabIndex = -1;
    this.cell = cell;
    cell.tabIndex = 0;
  }

  /** The first cell, unless the one it was is still there. */
  keepIn(container: Element): void {
    if (this.cell && container.contains(this.cell)) return;
    const first = container.querySelector<CellElement>(cellSelector);
    if (first) this.set(first);
  }
}

function cellReached(container: Element, event: KeyboardEvent, long?: LongList<unknown>): CellElement | null {
  const here = (event.target as Element).closest<CellElement>(cellSelector);
  const move = event.altKey || event.shiftKey ? null : cellMove(event.key, event.ctrlKey || event.metaKey);
  if (!here || !move) return null;
  event.preventDefault();
  if (long) {
    const row = move === 'first' ? 0 : move === 'last' ? long.rows - 1 : placeOf(here).row;
    flushSync(() => long.reveal(row));
  }
  const elements = new Map<string, CellElement>();
  const places: CellPlace[] = [];
  for (const element of container.querySelectorAll<CellElement>(cellSelector)) {
    elements.set(element.dataset.cell!, element);
    places.push(placeOf(element));
  }
  const target = movedCell(places, placeOf(here), move);
  return (target && elements.get(`${target.row} ${target.column}`)) ?? null;
}

/**
 * Makes the cells of a table or heat map one stop of the Tab key; arrow keys, Home and End move between them.
 * The tab stop is kept in the page itself: thousands of cells are not rendered again because the focus moved.
 */
export function useRovingCells<Container extends HTMLElement | SVGElement>(
  long?: LongList<Container>,
): RefObject<Container | null> {
  const own = useRef<Container>(null);
  const ref = long?.list ?? own;
  const stop = useRef<TabStop>(null);
  const known = useRef(long);

  useEffect(() => {
    known.current = long;
    stop.current ??= new TabStop();
    if (ref.current) stop.current.keepIn(ref.current);
  });

  useEffect(() => {
    const container = ref.current;
    if (!container) return;
    const onKeyDown = (event: Event): void => {
      const next = cellReached(container, event as KeyboardEvent, known.current);
      if (!next) return;
      stop.current?.set(next);
      next.focus();
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    const onFocus = ({ target }: Event): void => {
      const cell = (target as Element).closest<CellElement>(cellSelector);
      if (cell) stop.current?.set(cell);
    };
    const listening = new AbortController();
    container.addEventListener('keydown', onKeyDown, { signal: listening.signal });
    container.addEventListener('focusin', onFocus, { signal: listening.signal });
    return () => listening.abort();
  }, [ref]);

  return ref;
}
