import type { Turn } from '../contract/schema/entities.ts';
import type { Span } from '../domain/span.ts';
import { trimmedSpan } from '../text/trimmed-span.ts';

/**
 * One block of a transcript as it is read: the words of a turn without its label, or a line that belongs to no turn
 * (a header, a note between turns). Positions in UTF-16 code units; blocks are disjoint and in text order.
 */
export type Block = Span & {
  /** Place of the turn in the document, 0-based; null for a line outside turns. */
  readonly turn: number | null;
};

/** How many blocks one section of the page holds: few enough to be laid out in a frame, enough that there are few sections. */
const blocksPerSection = 20;

/** Non-blank lines of a stretch of text that lies outside turns, without blanks at their ends. */
function linesOutside(text: string, start: number, end: number): Block[] {
  const lines: Block[] = [];
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const span = trimmedSpan(text, { start: start + index, end: start + index + line.length });
    if (span !== null) lines.push({ ...span, turn: null });
  }
  return lines;
}

/** Everything a transcript shows, in order: the words of every turn (empty turns too) and the lines between them. */
export function transcriptBlocks(
  text: string,
  turns: readonly Pick<Turn, 'start' | 'contentStart' | 'end'>[],
): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  turns.forEach((turn, place) => {
    blocks.push(...linesOutside(text, from, turn.start));
    blocks.push({ start: turn.contentStart, end: turn.end, turn: place });
    from = turn.end;
  });
  blocks.push(...linesOutside(text, from, text.length));
  return blocks;
}

/** The blocks cut into sections of {@link blocksPerSection}. */
export function blockSections(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sections: (readonly Block[])[] = [];
  for (let from = 0; from < blocks.length; from += blocksPerSection)
    sections.push(blocks.slice(from, from + blocksPerSection));
  return sections;
}

/** Place of the last block that begins at or before the position; 0 if none does, -1 without blocks. */
export function blockAt(blocks: readonly Span[], position: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (blocks[middle]!.start <= position) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, blocks.length - 1);
}
