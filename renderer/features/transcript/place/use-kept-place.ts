import { type RefObject, useLayoutEffect, useRef } from 'react';
import { rememberedView, rememberView } from '../../../api/remembered-view.ts';
import type { DocumentId } from '../../../../shared/domain/ids.ts';
import { useNavigation } from '../../../app/navigation.ts';
import type { DocumentPage } from './document-page.ts';
import { blockElementAt } from './dom-position.ts';

/** A pause in scrolling after which the place is kept, in milliseconds. */
const pause = 600;

/** Where the reader was in a transcript: the first position that was on screen; 0 if never kept. */
export function keptPlace(document: DocumentId): number {
  return rememberedView()?.places[document] ?? 0;
}

function keepPlace(document: DocumentId, place: number): void {
  const places = rememberedView()?.places;
  if (places && places[document] !== place) rememberView({ places: { ...places, [document]: place } });
}

/** The start of the first block that reaches below the top of the pane. */
function firstVisible(page: DocumentPage, scroller: HTMLElement): number {
  const top = scroller.getBoundingClientRect().top + 1;
  const elements = scroller.querySelectorAll('[data-start]');
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (elements[middle]!.getBoundingClientRect().bottom > top) high = middle;
    else low = middle + 1;
  }
  return scroller.scrollTop === 0 ? 0 : (page.blocks[low]?.start ?? 0);
}

/** Opens a transcript where the reader left it, unless something else is to be shown, and keeps the place while one reads. */
export function useKeptPlace(page: DocumentPage, scroller: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  const isRestored = useRef(false);
  useLayoutEffect(() => {
    const root = scroller.current;
    if (!isDrawn || !root || isRestored.current) return;
    isRestored.current = true;
    const place = keptPlace(page.document.id);
    const hasTarget = useNavigation.getState().target?.document === page.document.id;
    if (place === 0 || hasTarget || root.scrollTop > 0) return;
    const block = blockElementAt(root, place)?.closest('[data-block]');
    if (block) root.scrollBy(0, block.getBoundingClientRect().top - root.getBoundingClientRect().top);
  }, [isDrawn, page, scroller]);

  // A layout effect: when the transcript is left, its turns are still there to be measured.
  useLayoutEffect(() => {
    const root = scroller.current;
    if (!root) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const keep = (): void => {
      timer = null;
      keepPlace(page.document.id, firstVisible(page, root));
    };
    const onScroll = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(keep, pause);
    };
    root.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      root.removeEventListener('scroll', onScroll);
      if (timer !== null) {
        clearTimeout(timer);
        keep();
      }
    };
  }, [page, scroller]);
}
