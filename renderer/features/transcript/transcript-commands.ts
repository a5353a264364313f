import { useMemo } from 'react';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { nextUnit, unitAt } from '../../../shared/transcript/coding-unit.ts';
import { useQuery } from '../../api/hooks.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { chooseCoding, leaveSelection, moveTo, useTranscript, writeMemo } from './transcript-state.ts';
import { type CodingActions, neighbouringSentence } from './use-coding-actions.ts';
import type { DocumentView } from './use-document-view.ts';

const state = useTranscript.getState;

/** Selects the sentence at the reader's place; again the turn; again question and answer. */
export function widenSelection(view: DocumentView): void {
  const { place, selection } = state();
  const unit = nextUnit(view, place, selection);
  const span = unitAt(view, place, unit);
  // The place stays in its turn, so that the next step widens from the same words.
  if (span) useTranscript.setState({ selection: span, selectedCoding: null });
}

function stepTurn(view: DocumentView, by: 1 | -1, sameSpeaker: boolean): void {
  const from = blockAt(view.blocks, state().place);
  const speakerOf = (at: number): string | null => {
    const turn = view.blocks[at]?.turn ?? null;
    return turn === null ? null : view.document.turns[turn]!.speaker;
  };
  for (let at = from + by; at >= 0 && at < view.blocks.length; at += by) {
    if (sameSpeaker && speakerOf(at) !== speakerOf(from)) continue;
    moveTo(view.blocks[at]!.start);
    return;
  }
}

/** Steps to the next coding in text order; false at the last one, so that Tab leaves the transcript. */
function stepCoding(view: DocumentView, by: 1 | -1): boolean {
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

function cycleOverlapping(view: DocumentView): void {
  const { selectedCoding, place } = state();
  const here = view.codings
    .filter(({ start, end }) => start <= place && place < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex(({ id }) => id === selectedCoding);
  const next = here[(at + 1) % here.length];
  if (next) chooseCoding(next.id);
}

/** The keys of coding mode. */
export function useTranscriptCommands(view: DocumentView | null, actions: CodingActions): void {
  const { data: codes } = useQuery('codes.list', {});
  const commands = useMemo<readonly Command[]>(() => {
    if (!view) return [];
    const pinned = (codes ?? []).filter((code) => code.pinned && code.codable && !code.retired);
    const coding = { scope: 'coding' } as const;
    const sentence = (by: 1 | -1) => () => {
      const found = neighbouringSentence(view, state().place, by);
      if (found) moveTo(found.start);
    };
    const memo = (): void => {
      const { selection } = state();
      const id = actions.codingAtHand();
      if (id !== null && !selection) {
        chooseCoding(id);
        writeMemo({ coding: id });
        return;
      }
      const span = actions.spanAtHand();
      if (span) writeMemo({ passage: span });
    };
    return [
      {
        ...coding,
        id: 'coding.select',
        message: 'command.coding.select',
        keys: ['S', ' '],
        run: () => widenSelection(view),
      },
      { ...coding, id: 'coding.repeat', message: 'command.coding.repeat', keys: ['.'], run: actions.repeatLast },
      {
        ...coding,
        id: 'coding.uncode',
        message: 'command.coding.uncode',
        keys: ['U', 'Delete'],
        run: () => {
          const id = actions.codingAtHand();
          if (id !== null && view.codingById.get(id)?.isOwn) actions.remove(id);
        },
      },
      { ...coding, id: 'coding.memo', message: 'command.coding.memo', keys: ['M'], run: memo },
      {
        ...coding,
        id: 'coding.nextCoding',
        message: 'command.coding.nextCoding',
        keys: ['Tab'],
        keyOnly: true,
        run: () => stepCoding(view, 1),
      },
      {
        ...coding,
        id: 'coding.previousCoding',
        message: 'command.coding.previousCoding',
        keys: ['Shift+Tab'],
        keyOnly: true,
        run: () => stepCoding(view, -1),
      },
      {
        ...coding,
        id: 'coding.cycle',
        message: 'command.coding.cycle',
        keys: ['O'],
        run: () => cycleOverlapping(view),
      },
      {
        ...coding,
        id: 'coding.nextTurn',
        message: 'command.coding.nextTurn',
        keys: ['ArrowDown'],
        keyOnly: true,
        run: () => stepTurn(view, 1, false),
      },
      {
        ...coding,
        id: 'coding.previousTurn',
        message: 'command.coding.previousTurn',
        keys: ['ArrowUp'],
        keyOnly: true,
        run: () => stepTurn(view, -1, false),
      },
      {
        ...coding,
        id: 'coding.nextSentence',
        message: 'command.coding.nextSentence',
        keys: ['ArrowRight'],
        keyOnly: true,
        run: sentence(1),
      },
      {
        ...coding,
        id: 'coding.previousSentence',
        message: 'command.coding.previousSentence',
        keys: ['ArrowLeft'],
        keyOnly: true,
        run: sentence(-1),
      },
      {
        ...coding,
        id: 'coding.nextOfSpeaker',
        message: 'command.coding.nextOfSpeaker',
        keys: [']'],
        keyOnly: true,
        run: () => stepTurn(view, 1, true),
      },
      {
        ...coding,
        id: 'coding.previousOfSpeaker',
        message: 'command.coding.previousOfSpeaker',
        keys: ['['],
        keyOnly: true,
        run: () => stepTurn(view, -1, true),
      },
      {
        ...coding,
        id: 'coding.leave',
        message: 'command.coding.leave',
        keys: ['Escape'],
        keyOnly: true,
        run: () => {
          leaveSelection();
          chooseCoding(null);
        },
      },
      ...pinned.slice(0, 9).map(
        (code, place): Command => ({
          ...coding,
          id: `coding.pinned.${place + 1}`,
          message: 'command.coding.pinned',
          values: { number: place + 1 },
          keys: [String(place + 1)],
          keyOnly: true,
          run: () => {
            const span = actions.spanAtHand();
            if (span) void actions.applyAndSelect([code.id], span);
          },
        }),
      ),
    ];
  }, [view, actions, codes]);
  useCommands(commands);
}
