import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../../shared/domain/span.ts';
import { blockAt } from '../../../../shared/transcript/blocks.ts';
import type { DocumentPage } from '../place/document-page.ts';
import { blockElementAt, domRange } from '../place/dom-position.ts';
import { useFind } from './find-state.ts';
import { useView } from '../use-document-view.ts';

const everyHit = 'verbatim-found';
const thisHit = 'verbatim-found-now';

/** Most hits marked at a time: a screen and its neighbours have fewer. */
const mostMarked = 400;

/** Text between one screen above and one below what is seen. */
function nearby(root: HTMLElement): Span | null {
  const blocks = root.querySelectorAll<HTMLElement>('[data-block]');
  if (blocks.length === 0) return null;
  const { top, height } = root.getBoundingClientRect();
  const placeAt = (edge: number): number => {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (blocks[middle]!.getBoundingClientRect().bottom > edge) high = middle;
      else low = middle + 1;
    }
    return Number(blocks[low]!.dataset['block']);
  };
  return { start: placeAt(top - height), end: placeAt(top + 2 * height) + 1 };
}

/** The part of the page a hit stands on; null where it is not drawn. */
function rangeOf(root: HTMLElement, { start, end }: Span): Range | null {
  const element = blockElementAt(root, start);
  return element ? domRange(element, start, end) : null;
}

/** Marks hits near what is seen, without touching the page: the browser paints them over its own text. */
function paint(page: DocumentPage, root: HTMLElement): void {
  const { hits, at } = useFind.getState();
  const near = hits.length === 0 ? null : nearby(root);
  const last = near === null ? undefined : page.blocks[blockAt(page.blocks, near.end)];
  const ranges =
    near === null
      ? []
      : hits
          .filter(({ start, end }) => end > near.start && start < (last?.end ?? near.end))
          .slice(0, mostMarked)
          .flatMap((hit) => rangeOf(root, hit) ?? []);
  CSS.highlights.set(everyHit, new Highlight(...ranges));
  const now = at === null ? undefined : hits[at];
  const range = now && rangeOf(root, now);
  const current = new Highlight(...(range ? [range] : []));
  current.priority = 1;
  CSS.highlights.set(thisHit, current);
}

/** Keeps the marks of the find bar at what is on the screen. */
export function useFindMarks(page: DocumentPage, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    let frame = 0;
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => paint(page, root));
    };
    const stops = [useFind.subscribe(later), useView.subscribe(later)];
    root.addEventListener('scroll', later, { passive: true });
    later();
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(frame);
      root.removeEventListener('scroll', later);
      CSS.highlights.delete(everyHit);
      CSS.highlights.delete(thisHit);
    };
  }, [page, scroller]);
}
