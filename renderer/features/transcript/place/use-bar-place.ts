import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';
import type { Span } from '../../../../shared/domain/span.ts';
import { blockElementAt, domRange, lineBoxes } from './dom-position.ts';

/** Between the last line of the selection and the bar. */
const gap = 8;
/** The bar with all its rows: what must fit below the selection for it to stand there. */
const tallest = 340;

/** Before it is measured the bar cannot be seen, but it already listens: a hidden field could not take the keyboard. */
const unplaced: CSSProperties = { opacity: 0, insetBlockStart: 0 };

type Surroundings = {
  readonly content: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly bar: RefObject<HTMLElement | null>;
  readonly selection: Span | null;
  readonly measureKey: string;
};

/** Where the selection bar stands: below the last line selected, inside the pane; above the first where there is no room. Never over the selection. */
export function useBarPlace({ content, scroller, bar, selection, measureKey }: Surroundings): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>(unplaced);
  useLayoutEffect(() => {
    const root = content.current;
    const view = scroller.current;
    if (!selection || !root || !view) return;
    const firstBlock = blockElementAt(root, selection.start);
    const lastBlock = blockElementAt(root, selection.end - 1);
    const first = firstBlock && domRange(firstBlock, selection.start, selection.end);
    const last = lastBlock && domRange(lastBlock, selection.start, selection.end);
    const top = first && lineBoxes(first)[0];
    const end = last && lineBoxes(last).at(-1);
    if (!top || !end) return;
    const origin = root.getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    const width = bar.current?.offsetWidth ?? 0;
    const words = firstBlock.getBoundingClientRect();
    // Centred on the selection's end, but not before the words nor beyond the pane.
    const wanted =
      getComputedStyle(firstBlock).direction === 'rtl'
        ? Math.min(words.right - width, end.left - width / 2) - origin.left
        : Math.max(words.left, end.right - width / 2) - origin.left;
    const inside = Math.max(8, Math.min(wanted, origin.width - width - 16));
    const roomBelow = frame.bottom - end.bottom - gap;
    const roomAbove = top.top - frame.top - gap;
    setPlace(
      roomBelow < tallest && roomAbove > roomBelow
        ? { left: inside, bottom: origin.bottom - top.top + gap }
        : { left: inside, top: end.bottom - origin.top + gap },
    );
  }, [selection, measureKey, content, scroller, bar]);
  return place;
}
