import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { type CellPlace, cellMove, movedCell } from './cell-moves.ts';

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

/**
 * Makes the cells of a table or heat map one stop of the Tab key; arrow keys, Home and End move between them.
 * The tab stop is kept in the page itself: thousands of cells are not rendered again because the focus moved.
 */
export function useRovingCells<Container extends HTMLElement | SVGElement>(): {
  readonly ref: RefObject<Container | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
} {
  const ref = useRef<Container | null>(null);
  const stop = useRef<CellElement | null>(null);

  const makeStop = (cell: CellElement): void => {
    if (stop.current && stop.current !== cell) stop.current.tabIndex = -1;
    stop.current = cell;
    cell.tabIndex = 0;
  };

  useEffect(() => {
    if (stop.current?.isConnected && ref.current?.contains(stop.current)) return;
    const first = ref.current?.querySelector<CellElement>(cellSelector);
    if (first) makeStop(first);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const here = (event.target as Element).closest<CellElement>(cellSelector);
    const move = event.altKey || event.shiftKey ? null : cellMove(event.key, event.ctrlKey || event.metaKey);
    if (!here || !move || !ref.current) return;
    event.preventDefault();
    const elements = new Map<string, CellElement>();
    const places: CellPlace[] = [];
    for (const element of ref.current.querySelectorAll<CellElement>(cellSelector)) {
      elements.set(element.dataset.cell!, element);
      places.push(placeOf(element));
    }
    const target = movedCell(places, placeOf(here), move);
    const next = target && elements.get(`${target.row} ${target.column}`);
    if (!next) return;
    makeStop(next);
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const onFocus = ({ target }: { readonly target: EventTarget }): void => {
    const cell = (target as Element).closest<CellElement>(cellSelector);
    if (cell) makeStop(cell);
  };

  return { ref, onKeyDown, onFocus };
}
