import { useMemo } from 'react';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { nextUnit, unitAt } from '../../../shared/transcript/coding-unit.ts';
import { useQueryPart } from '../../api/hooks.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { pinnedCodes } from '../codebook/pinned-codes.ts';
import { startCorrecting } from '../corrections/correcting-state.ts';
import { openTurnMenuHere } from '../corrections/turn-menu.tsx';
import { backlightCommands } from './backlight.ts';
import { translate } from '../translations/translating-state.ts';
import { movedEnd } from './selection-moves.ts';
import { chooseCoding, leaveSelection, moveTo, useTranscript, writeMemo } from './transcript-state.ts';
import { codingAtHand, spanAtHand, withCodingAtHand } from './at-hand.ts';
import { codingAwaited } from './readers-place.ts';
import { neighbouringSentence } from './place/neighbouring-sentence.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { useView, viewNow } from './use-document-view.ts';
import type { DocumentPage } from './place/document-page.ts';

const state = useTranscript.getState;

/** Selects the sentence at the reader's place; again the turn; again question and answer. */
export function widenSelection(page: DocumentPage): void {
  const { place, selection } = state();
  const unit = nextUnit(page, place, selection);
  const span = unitAt(page, place, unit);
  // The place stays in its turn, so that the next step widens from the same words.
  if (span) useTranscript.setState({ selection: span, selectedCoding: null });
}

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

function cycleOverlapping(): void {
  const { selectedCoding, place } = state();
  const here = (viewNow()?.codings ?? [])
    .filter(({ start, end }) => start <= place && place < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex(({ id }) => id === selectedCoding);
  const next = here[(at + 1) % here.length];
  if (next) chooseCoding(next.id);
}

/** Shift moves the end of the coding at hand, Alt its start; with Ctrl by a word. */
function resizeCommands(page: DocumentPage, actions: CodingActions): readonly Command[] {
  return (['start', 'end'] as const).flatMap((end) =>
    (['character', 'word'] as const).flatMap((step) =>
      ([1, -1] as const).map((by): Command => {
        const keys = `${step === 'word' ? 'Mod+' : ''}${end === 'start' ? 'Alt' : 'Shift'}+Arrow${by === 1 ? 'Right' : 'Left'}`;
        return {
          id: `coding.resize.${end}.${step}.${by}`,
          message: `command.coding.resize.${end}.${step}`,
          keys: [keys],
          scope: 'coding',
          keyOnly: true,
          run: () => {
            withCodingAtHand((id) => {
              if (id !== null) actions.resize(id, (ends) => movedEnd(page, ends, end, by, step));
            });
          },
        };
      }),
    ),
  );
}

/** The keys of coding mode. */
export function useTranscriptCommands(actions: CodingActions): void {
  const page = useView(({ view }) => view?.page ?? null);
  const pinned = useQueryPart('codes.list', {}, pinnedCodes);
  const commands = useMemo<readonly Command[]>(() => {
    if (!page) return [];
    const coding = { scope: 'coding' } as const;
    const sentence = (by: 1 | -1) => () => {
      const found = neighbouringSentence(page, state().place, by);
      if (found) moveTo(found.start);
    };
    const memo = (): void => {
      const { selection } = state();
      const coming = selection ? null : codingAwaited();
      if (coming) {
        writeMemo({ coming });
        return;
      }
      const id = codingAtHand();
      if (id !== null && !selection) {
        chooseCoding(id);
        writeMemo({ coding: id });
        return;
      }
      const span = spanAtHand();
      if (span) writeMemo({ passage: span });
    };
    return [
      {
        ...coding,
        id: 'coding.select',
        message: 'command.coding.select',
        keys: ['S', ' '],
        run: () => widenSelection(page),
      },
      { ...coding, id: 'coding.repeat', message: 'command.coding.repeat', keys: ['.'], run: actions.repeatLast },
      {
        ...coding,
        id: 'coding.uncode',
        message: 'command.coding.uncode',
        keys: ['U', 'Delete'],
        run: () => {
          const { selection } = state();
          if (selection) {
            actions.erase(selection);
            return;
          }
          withCodingAtHand((id) => {
            if (id !== null && viewNow()?.codingById.get(id)?.isOwn) actions.remove(id);
          });
        },
      },
      {
        ...coding,
        id: 'coding.repeatSet',
        message: 'command.coding.repeatSet',
        keys: ["'"],
        run: actions.repeatSet,
      },
      {
        ...coding,
        id: 'coding.inVivo',
        message: 'command.coding.inVivo',
        keys: ['V'],
        run: () => {
          const span = spanAtHand();
          if (span) actions.codeInVivo(span);
        },
      },
      {
        ...coding,
        id: 'coding.split',
        message: 'command.coding.split',
        keys: ['X'],
        run: () => {
          const at = state().place;
          withCodingAtHand((id) => {
            if (id !== null) actions.split(id, at);
          });
        },
      },
      {
        ...coding,
        id: 'coding.join',
        message: 'command.coding.join',
        keys: ['J'],
        run: () => {
          withCodingAtHand((id) => {
            if (id !== null) actions.joinNext(id);
          });
        },
      },
      ...resizeCommands(page, actions),
      ...backlightCommands(page),
      {
        ...coding,
        id: 'correcting.start',
        message: 'command.correcting.start',
        keys: ['E'],
        run: () => startCorrecting(page.document.id),
      },
      { ...coding, id: 'turn.menu', message: 'command.turn.menu', keys: ['T'], run: openTurnMenuHere },
      {
        id: 'speakers',
        message: 'command.speakers',
        run: () => openOverlay({ kind: 'speakers', document: page.document.id }),
      },
      {
        id: 'reimport',
        message: 'command.reimport',
        run: () => openOverlay({ kind: 'reimport', document: page.document }),
      },
      { ...coding, id: 'coding.memo', message: 'command.coding.memo', keys: ['M'], run: memo },
      {
        ...coding,
        id: 'coding.translate',
        message: 'command.coding.translate',
        keys: ['L'],
        run: () => {
          const span = spanAtHand();
          if (!span) return false;
          leaveSelection();
          translate({ start: span.start, end: span.end, language: null });
          return true;
        },
      },
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
        run: () => cycleOverlapping(),
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
      ...(pinned ?? []).map(
        (code, place): Command => ({
          ...coding,
          id: `coding.pinned.${place + 1}`,
          message: 'command.coding.pinned',
          values: { number: place + 1 },
          keys: [String(place + 1)],
          keyOnly: true,
          run: () => {
            const span = spanAtHand();
            if (span) void actions.applyAndSelect([code], span);
          },
        }),
      ),
    ];
  }, [page, actions, pinned]);
  useCommands(commands);
}
