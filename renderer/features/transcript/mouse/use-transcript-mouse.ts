import type { MouseEvent, RefObject } from 'react';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { trimmedSpan } from '../../../../shared/text/trimmed-span.ts';
import { blockAt } from '../../../../shared/transcript/blocks.ts';
import type { DocumentPage } from '../place/document-page.ts';
import { focusReader, positionOfDomPoint } from '../place/dom-position.ts';
import { followDrag } from './follow-drag.ts';
import { codeUnderPointer } from './code-drag.ts';
import { positionUnder } from './position-under.ts';
import { chooseCoding, chooseWords, hoverCoding, moveTo, showNote, useTranscript } from '../transcript-state.ts';
import type { CodingActions } from '../use-coding-actions.ts';
import { type PlacedCoding, viewNow } from '../use-document-view.ts';

/** Near its ends a stripe is taken hold of to be resized, in pixels. */
const grip = 9;

type Surroundings = {
  readonly page: DocumentPage;
  readonly content: RefObject<HTMLElement | null>;
  readonly bar: RefObject<HTMLElement | null>;
  readonly actions: CodingActions;
};

type Handlers = Record<'onMouseDown' | 'onMouseUp' | 'onMouseOver', (event: MouseEvent) => void>;

/** What the pointer does on the page: selects words and codings, shows what a stripe is, drags its ends, drags words to a code. */
export function useTranscriptMouse({ page, content, bar, actions }: Surroundings): Handlers {
  const resize = (coding: PlacedCoding, end: 'start' | 'end', event: MouseEvent): void => {
    event.preventDefault();
    followDrag(event.nativeEvent, {
      move: ({ clientX, clientY }) => {
        const root = content.current;
        const position = root && positionUnder(root, clientX, clientY, end);
        const span = position === null ? null : { start: coding.start, end: coding.end, [end]: position };
        const words = span && span.start < span.end ? trimmedSpan(page.text, span) : null;
        if (words) useTranscript.setState({ resized: { coding: coding.id, ...words } });
      },
      end: (isDone) => {
        const { resized } = useTranscript.getState();
        const forget = (): void => {
          if (useTranscript.getState().resized === resized) useTranscript.setState({ resized: null });
        };
        // Until it is known that they were moved, the ends stay where they were let go.
        if (isDone && resized) {
          const { start, end: last } = resized;
          void actions.resize(coding.id, () => ({ start, end: last })).then(forget);
        } else forget();
      },
    });
  };

  const dragWords = (selection: Span, event: MouseEvent): void => {
    event.preventDefault();
    followDrag(event.nativeEvent, {
      label: page.text.slice(selection.start, selection.end),
      end: (isDone, { clientX, clientY }) => {
        const code = isDone ? codeUnderPointer(clientX, clientY) : null;
        if (code !== null) void actions.applyAndSelect([code], selection);
      },
    });
  };

  const selectWords = (range: Range): void => {
    const root = content.current!;
    if (!root.contains(range.commonAncestorContainer)) return;
    const start = positionOfDomPoint(root, { node: range.startContainer, offset: range.startOffset }, 'start');
    const end = positionOfDomPoint(root, { node: range.endContainer, offset: range.endOffset }, 'end');
    const span = start === null || end === null ? null : trimmedSpan(page.text, { start, end });
    if (!span) return;
    window.getSelection()?.removeAllRanges();
    chooseWords(span);
  };

  return {
    onMouseDown: (event) => {
      if (event.button !== 0) return;
      const target = event.target instanceof Element ? event.target : null;
      const coding = codingOfTarget(target);
      const end = coding?.isOwn ? gripped(target!, event.clientY) : null;
      const { selection } = useTranscript.getState();
      if (coding && end) resize(coding, end, event);
      else if (selection && target?.closest('[data-chosen-words]')) dragWords(selection, event);
    },
    onMouseUp: (event) => {
      if (event.button !== 0 || !content.current || bar.current?.contains(event.target as Node)) return;
      const target = event.target instanceof Element ? event.target : null;
      const stripe = codingOfTarget(target) ?? nextFolded(target);
      if (stripe) {
        chooseCoding(stripe.id, stripe.start);
        focusReader();
        return;
      }
      const native = window.getSelection();
      if (native && !native.isCollapsed && native.rangeCount > 0) {
        selectWords(native.getRangeAt(0));
        return;
      }
      const point = document.caretPositionFromPoint(event.clientX, event.clientY);
      if (!point || !target?.closest('[data-start]')) return;
      const position = positionOfDomPoint(content.current, { node: point.offsetNode, offset: point.offset }, 'start');
      if (position !== null) clickAt(page, position, target.closest('mark')?.dataset['codings'] ?? '');
    },
    onMouseOver: (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const [shortest] = target?.closest('mark')?.dataset['codings']?.split(' ') ?? [];
      const stripe = codingOfTarget(target);
      hoverCoding(stripe?.id ?? placedCoding(shortest)?.id ?? null);
      const origin = content.current!.getBoundingClientRect();
      const ids = stripe ? [stripe.id] : foldedIds(target).map((id) => asId<'coding'>(id));
      showNote(
        ids.length === 0
          ? null
          : { codings: ids, left: event.clientX - origin.left - 14, top: event.clientY - origin.top + 12 },
      );
    },
  };
}

function placedCoding(id: string | undefined): PlacedCoding | undefined {
  return id === undefined ? undefined : viewNow()?.codingById.get(asId<'coding'>(id));
}

/** The coding whose stripe or name is under the pointer. */
function codingOfTarget(target: Element | null): PlacedCoding | undefined {
  return placedCoding(target?.closest<HTMLElement>('[data-coding]')?.dataset['coding']);
}

function foldedIds(target: Element | null): readonly string[] {
  return target?.closest<HTMLElement>('[data-folded]')?.dataset['folded']?.split(' ') ?? [];
}

/** A click on "+n" selects the first of the codings folded there; again, the next. */
function nextFolded(target: Element | null): PlacedCoding | undefined {
  const ids = foldedIds(target);
  const at = ids.indexOf(useTranscript.getState().selectedCoding ?? '');
  return ids.length === 0 ? undefined : placedCoding(ids[(at + 1) % ids.length]);
}

/** Which end of a stripe the pointer has hold of. */
function gripped(target: Element, y: number): 'start' | 'end' | null {
  const stripe = target.closest('[data-stripe]')?.firstElementChild?.getBoundingClientRect();
  if (!stripe) return null;
  if (Math.abs(y - stripe.bottom) <= grip && y > (stripe.top + stripe.bottom) / 2) return 'end';
  return Math.abs(y - stripe.top) <= grip ? 'start' : null;
}

/** A click selects the shortest coding there; again, the next longer one; on plain words it only sets the reader's place. */
function clickAt(page: DocumentPage, position: number, ids: string): void {
  const { selectedCoding } = useTranscript.getState();
  const here = ids === '' ? [] : ids.split(' ');
  const at = here.indexOf(selectedCoding ?? '');
  const coding = placedCoding(here[(at + 1) % Math.max(1, here.length)]);
  if (coding) chooseCoding(coding.id, position);
  else moveTo(position);
  const block = page.blocks[blockAt(page.blocks, position)];
  if (block) document.querySelector<HTMLElement>(`[data-block="${block.start}"]`)?.focus({ preventScroll: true });
}
