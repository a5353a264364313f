import type { Span } from '../domain/span.ts';
import { sentenceSpans } from '../text/segment.ts';
import { trimmedSpan } from '../text/trimmed-span.ts';
import { type Block, blockAt } from './blocks.ts';

export const codingUnits = ['sentence', 'turn', 'exchange'] as const;
/** What one key codes without a selection: the sentence, the turn, the question with its answer. */
export type CodingUnit = (typeof codingUnits)[number];

export type UnitSource = {
  readonly text: string;
  readonly language: string;
  readonly blocks: readonly Block[];
  /** Whether the block is an interviewer's turn. */
  readonly isQuestion: (block: Block) => boolean;
};

/** The sentence of the block that holds the position, or its last one; null in an empty block. */
export function sentenceAt(source: UnitSource, block: Block, position: number): Span | null {
  const sentences = sentenceSpans(source.text, block, source.language);
  const sentence = sentences.find(({ end }) => position < end) ?? sentences.at(-1);
  return sentence ?? null;
}

/** The turn with the interviewer's turns just before it (for an answer), or with the answers after it (for a question). */
function exchangeAt(source: UnitSource, place: number): Span {
  const { blocks, isQuestion } = source;
  let first = place;
  let last = place;
  while (first > 0 && !isQuestion(blocks[first]!)) first -= 1;
  while (first > 0 && isQuestion(blocks[first]!) && isQuestion(blocks[first - 1]!)) first -= 1;
  if (isQuestion(blocks[last]!)) while (last + 1 < blocks.length && isQuestion(blocks[last + 1]!)) last += 1;
  while (last + 1 < blocks.length && !isQuestion(blocks[last + 1]!)) last += 1;
  return { start: blocks[first]!.start, end: blocks[last]!.end };
}

/** What the unit means at a position; null where there is nothing to code. */
export function unitAt(source: UnitSource, position: number, unit: CodingUnit): Span | null {
  const place = blockAt(source.blocks, position);
  const block = source.blocks[place];
  if (!block) return null;
  if (unit === 'sentence') return sentenceAt(source, block, position);
  return trimmedSpan(source.text, unit === 'turn' ? block : exchangeAt(source, place));
}

/** The unit one step wider than what is selected now: sentence, turn, exchange, and round again. */
export function nextUnit(source: UnitSource, position: number, selected: Span | null): CodingUnit {
  if (selected === null) return 'sentence';
  const place = codingUnits.findLastIndex((unit) => {
    const span = unitAt(source, position, unit);
    return span !== null && span.start === selected.start && span.end === selected.end;
  });
  return codingUnits[(place + 1) % codingUnits.length]!;
}
