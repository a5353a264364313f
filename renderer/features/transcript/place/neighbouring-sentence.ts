import type { Span } from '../../../../shared/domain/span.ts';
import { blockAt } from '../../../../shared/transcript/blocks.ts';
import { sentenceAt } from '../../../../shared/transcript/coding-unit.ts';
import type { DocumentPage } from './document-page.ts';

/** The sentences around a position: the one before or after it, across blocks; null at the ends of the transcript. */
export function neighbouringSentence(page: DocumentPage, position: number, by: 1 | -1): Span | null {
  const place = blockAt(page.blocks, position);
  const here = page.blocks[place];
  if (!here) return null;
  const current = sentenceAt(page, here, position);
  if (by === 1 && current && current.end < here.end) {
    const next = sentenceAt(page, here, current.end + 1);
    if (next && next.start > current.start) return next;
  }
  if (by === -1 && current && current.start > here.start) {
    const before = sentenceAt(page, here, current.start - 1);
    if (before && before.start < current.start) return before;
  }
  for (let at = place + by; at >= 0 && at < page.blocks.length; at += by) {
    const block = page.blocks[at]!;
    const found = sentenceAt(page, block, by === 1 ? block.start : Math.max(block.start, block.end - 1));
    if (found) return found;
  }
  return null;
}
