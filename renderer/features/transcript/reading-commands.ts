import { blockAt } from '../../../shared/transcript/blocks.ts';
import type { Command } from '../../app/commands/registry.ts';
import type { DocumentPage } from './place/document-page.ts';
import { neighbouringSentence } from './place/neighbouring-sentence.ts';
import { chooseCoding, moveTo, useTranscript } from './transcript-state.ts';
import { viewNow } from './use-document-view.ts';

const state = useTranscript.getState;

/** Goes to a turn's beginning: the next one, or the next of the same speaker. */
function stepTurn(page: DocumentPage, by: 1 | -1, sameSpeaker: boolean): void {
  const from = blockAt(page.blocks, state().place);
  const speakerOf = (at: number): string | null => {
    const turn = page.blocks[at]?.turn ?? null;
    return turn === null ? null : page.document.turns[turn]!.speaker;
  };
  for (let at = from + by; at >= 0 && at < page.blocks.length; at += by) {
    if (sameSpeaker && speakerOf(at) !== speakerOf(from)) continue;
    moveTo(page.blocks[at]!.start);
    return;
  }
}

/** Goes to the beginning of the sentence before or after the reader's place. */
function stepSentence(page: DocumentPage, by: 1 | -1): void {
  const found = neighbouringSentence(page, state().place, by);
  if (found) moveTo(found.start);
}

/** Steps to the next coding in text order; false at the last one, so that Tab leaves the transcript. */
function stepCoding(by: 1 | -1): boolean {
  const view = viewNow();
  if (!view) return false;
  const { selectedCoding, place } = state();
  const at = view.codings.findIndex(({ id }) => id === selectedCoding);
  let next = at + by;
  if (at < 0) {
    const after = view.codings.findIndex(({ start }) => start >= place);
    next = by === 1 ? after : (after < 0 ? view.codings.length : after) - 1;
  }
  const coding = view.codings[next];
  if (!coding) return false;
  chooseCoding(coding.id, coding.start);
  return true;
}

/** Chooses the next of the codings that lie over each other at the reader's place, the shortest first. */
function cycleOverlapping(): void {
  const { selectedCoding, place } = state();
  const here = (viewNow()?.codings ?? [])
    .filter(({ start, end }) => start <= place && place < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex(({ id }) => id === selectedCoding);
  const next = here[(at + 1) % here.length];
  if (next) chooseCoding(next.id);
}

/** Going through a transcript: by codings, turns, sentences and what one speaker says. */
export function readingCommands(page: DocumentPage): readonly Command[] {
  const coding = { scope: 'coding' } as const;
  return [
    {
      ...coding,
      id: 'coding.nextCoding',
      message: 'command.coding.nextCoding',
      keys: ['Tab'],
      keyOnly: true,
      run: () => stepCoding(1),
    },
    {
      ...coding,
      id: 'coding.previousCoding',
      message: 'command.coding.previousCoding',
      keys: ['Shift+Tab'],
      keyOnly: true,
      run: () => stepCoding(-1),
    },
    {
      ...coding,
      id: 'coding.cycle',
      message: 'command.coding.cycle',
      keys: ['O'],
      run: cycleOverlapping,
    },
    {
      ...coding,
      id: 'coding.nextTurn',
      message: 'command.coding.nextTurn',
      keys: ['ArrowDown'],
      keyOnly: true,
      run: () => stepTurn(page, 1, false),
    },
    {
      ...coding,
      id: 'coding.previousTurn',
      message: 'command.coding.previousTurn',
      keys: ['ArrowUp'],
      keyOnly: true,
      run: () => stepTurn(page, -1, false),
    },
    {
      ...coding,
      id: 'coding.nextSentence',
      message: 'command.coding.nextSentence',
      keys: ['ArrowRight'],
      keyOnly: true,
      run: () => stepSentence(page, 1),
    },
    {
      ...coding,
      id: 'coding.previousSentence',
      message: 'command.coding.previousSentence',
      keys: ['ArrowLeft'],
      keyOnly: true,
      run: () => stepSentence(page, -1),
    },
    {
      ...coding,
      id: 'coding.nextOfSpeaker',
      message: 'command.coding.nextOfSpeaker',
      keys: [']'],
      keyOnly: true,
      run: () => stepTurn(page, 1, true),
    },
    {
      ...coding,
      id: 'coding.previousOfSpeaker',
      message: 'command.coding.previousOfSpeaker',
      keys: ['['],
      keyOnly: true,
      run: () => stepTurn(page, -1, true),
    },
  ];
}
