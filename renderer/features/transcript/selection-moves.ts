import type { Span } from '../../../shared/domain/span.ts';
import { isGraphemeBoundary } from '../../../shared/text/graphemes.ts';
import { wordSpans } from '../../../shared/text/segment.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import type { DocumentPage } from './place/document-page.ts';

type Step = 'character' | 'word';

function nextBoundary(page: DocumentPage, from: number, by: 1 | -1, step: Step): number {
  const { text } = page;
  if (step === 'word') {
    const block = page.blocks[blockAt(page.blocks, by === 1 ? from : Math.max(0, from - 1))]!;
    const words = wordSpans(text, block, page.language);
    const word = by === 1 ? words.find(({ end }) => end > from) : words.findLast(({ start }) => start < from);
    if (word) return by === 1 ? word.end : word.start;
  }
  let at = from + by;
  while (at > 0 && at < text.length && !isGraphemeBoundary(text, at)) at += by;
  return at;
}

/** The selection with one end moved by a character or a word; never empty, never outside the text. */
export function movedEnd(page: DocumentPage, selection: Span, end: 'start' | 'end', by: 1 | -1, step: Step): Span {
  const moved = Math.min(page.text.length, Math.max(0, nextBoundary(page, selection[end], by, step)));
  const next = { ...selection, [end]: moved };
  return next.start < next.end ? next : selection;
}
