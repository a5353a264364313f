import type { CodeId } from '../../../shared/domain/ids.ts';
import type { Command } from '../../app/commands/registry.ts';
import { spanAtHand, withCodingAtHand } from './at-hand.ts';
import type { DocumentPage } from './place/document-page.ts';
import { movedEnd } from './selection-moves.ts';
import { useTranscript } from './transcript-state.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { viewNow } from './use-document-view.ts';
import { widenSelection } from './widen-selection.ts';

const coding = { scope: 'coding' } as const;
const state = useTranscript.getState;

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
              if (id !== null) void actions.resize(id, (ends) => movedEnd(page, ends, end, by, step));
            });
          },
        };
      }),
    ),
  );
}

/** Selecting a passage, giving and taking codes, and changing where codings begin and end. */
export function codingCommands(page: DocumentPage, actions: CodingActions): readonly Command[] {
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
  ];
}

/** The codes under the keys 1 to 9. */
export function pinnedCommands(pinned: readonly CodeId[], actions: CodingActions): readonly Command[] {
  return pinned.map(
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
  );
}
