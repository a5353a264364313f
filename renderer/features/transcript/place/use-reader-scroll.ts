import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useNavigation } from '../../../app/navigation.ts';
import { setReadingPlace } from '../../../app/status-state.ts';
import { blockAt } from '../../../../shared/transcript/blocks.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import type { DocumentPage } from './document-page.ts';
import { blockElementAt, domRange, focusReader } from './dom-position.ts';
import { flashSpan, useTranscript } from '../transcript-state.ts';

/** How far from the top of the pane a jump puts its target. */
const jumpShare = 0.3;

/**
 * Moves the page only when the reader asked for it: a jump puts its target a third down and lets it flash, a step by
 * keyboard scrolls just as far as is needed to see where it went. `isDrawn`: whether the turns are on the page yet; a jump waits for them.
 */
export function useReaderScroll(page: DocumentPage, scroller: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  const target = useNavigation((s) => s.target);
  const place = useTranscript((s) => s.place);
  const selection = useTranscript((s) => s.selection);

  useLayoutEffect(() => {
    if (!isDrawn || !target || target.document !== page.document.id || !scroller.current) return;
    const element = blockElementAt(scroller.current, target.start);
    if (!element) return;
    const range = domRange(element, target.start, Math.max(target.end, target.start + 1));
    const frame = scroller.current.getBoundingClientRect();
    const { top, bottom } = (range ?? element).getBoundingClientRect();
    const isStart = target.end === 0;
    // What is on screen already is not moved.
    const isSeen = top >= frame.top && bottom <= frame.bottom;
    if (target.at !== undefined)
      scroller.current.scrollBy(0, element.getBoundingClientRect().top - frame.top - target.at);
    else if (isStart) scroller.current.scrollTo(0, 0);
    else if (!isSeen) scroller.current.scrollBy(0, top - frame.top - frame.height * jumpShare);
    useTranscript.setState({ place: target.start, selectedCoding: null, selection: null });
    if (target.end > target.start) flashSpan({ start: target.start, end: target.end });
    element.closest<HTMLElement>('[data-block]')?.focus({ preventScroll: true });
    // Done once; opening the same passage again makes a new target.
    useNavigation.setState({ target: null });
  }, [isDrawn, target, page, scroller]);

  useEffect(() => {
    if (!isDrawn || !useTranscript.getState().takesKeyboard) return;
    useTranscript.setState({ takesKeyboard: false });
    focusReader();
  }, [isDrawn]);

  useEffect(() => {
    const root = scroller.current;
    if (!root?.contains(document.activeElement)) return;
    const element = blockElementAt(root, place);
    const block = element?.closest<HTMLElement>('[data-block]');
    if (!element || !block) return;
    if (!document.activeElement?.closest('[data-selection-bar]')) block.focus({ preventScroll: true });
    const range = domRange(element, place, place + 1);
    const { top, bottom } = (range ?? block).getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    if (top < frame.top + 24) root.scrollBy(0, top - frame.top - 24);
    else if (bottom > frame.bottom - 48) root.scrollBy(0, bottom - frame.bottom + 48);
  }, [place, scroller]);

  useEffect(() => {
    const block = page.blocks[blockAt(page.blocks, place)];
    const { turns } = page.document;
    if (!block) return;
    const turn = block.turn ?? turns.findLastIndex(({ start }) => start <= block.start);
    setReadingPlace({
      turn: Math.max(0, turn) + 1,
      turns: turns.length,
      time: turns[turn]?.time ?? null,
      selected: selection ? codePointOffsets(page.text.slice(selection.start, selection.end)).length : 0,
    });
  }, [page, place, selection]);
  useEffect(() => () => setReadingPlace(null), []);
}
