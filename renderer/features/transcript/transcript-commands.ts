import { useMemo } from 'react';
import { useQueryPart } from '../../api/hooks.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { pinnedCodes } from '../codebook/pinned-codes.ts';
import { startCorrecting } from '../corrections/correcting-state.ts';
import { openTurnMenuHere } from '../corrections/turn-menu.tsx';
import { translate } from '../translations/translating-state.ts';
import { codingAtHand, spanAtHand } from './at-hand.ts';
import { backlightCommands } from './backlight.ts';
import { codingCommands, pinnedCommands } from './coding-commands.ts';
import type { DocumentPage } from './place/document-page.ts';
import { codingAwaited } from './readers-place.ts';
import { readingCommands } from './reading-commands.ts';
import { chooseCoding, leaveSelection, useTranscript, writeMemo } from './transcript-state.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { useView } from './use-document-view.ts';

const coding = { scope: 'coding' } as const;

/** Writes a memo on the coding that is coming or at hand, else on the passage. */
function writeMemoHere(): void {
  const { selection } = useTranscript.getState();
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
}

/** Begins a translation of the passage at hand; false where there is none. */
function translateHere(): boolean {
  const span = spanAtHand();
  if (!span) return false;
  leaveSelection();
  translate({ start: span.start, end: span.end, language: null });
  return true;
}

/** Changing the transcript itself: its words, its turns, its speakers, its file. */
function documentCommands({ document }: DocumentPage): readonly Command[] {
  return [
    {
      ...coding,
      id: 'correcting.start',
      message: 'command.correcting.start',
      keys: ['E'],
      run: () => startCorrecting(document.id),
    },
    { ...coding, id: 'turn.menu', message: 'command.turn.menu', keys: ['T'], run: openTurnMenuHere },
    {
      id: 'speakers',
      message: 'command.speakers',
      run: () => openOverlay({ kind: 'speakers', document: document.id }),
    },
    {
      id: 'reimport',
      message: 'command.reimport',
      run: () => openOverlay({ kind: 'reimport', document }),
    },
  ];
}

const notingCommands: readonly Command[] = [
  { ...coding, id: 'coding.memo', message: 'command.coding.memo', keys: ['M'], run: writeMemoHere },
  { ...coding, id: 'coding.translate', message: 'command.coding.translate', keys: ['L'], run: translateHere },
];

const leave: Command = {
  ...coding,
  id: 'coding.leave',
  message: 'command.coding.leave',
  keys: ['Escape'],
  keyOnly: true,
  run: () => {
    leaveSelection();
    chooseCoding(null);
  },
};

/** The keys of coding mode. */
export function useTranscriptCommands(actions: CodingActions): void {
  const page = useView(({ view }) => view?.page ?? null);
  const pinned = useQueryPart('codes.list', {}, pinnedCodes);
  const commands = useMemo<readonly Command[]>(
    () =>
      page
        ? [
            ...codingCommands(page, actions),
            ...backlightCommands(page),
            ...documentCommands(page),
            ...notingCommands,
            ...readingCommands(page),
            leave,
            ...pinnedCommands(pinned ?? [], actions),
          ]
        : [],
    [page, actions, pinned],
  );
  useCommands(commands);
}
