import { shownAfter, wordStart } from '../../../shared/text/cut-context.ts';
import { createProjectState } from '../../api/project-state.ts';
import { useCommand } from '../../api/hooks.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { type MenuEntry, MenuAt } from '../../ui/menu.tsx';
import type { DocumentPage } from '../transcript/place/document-page.ts';
import { focusReader } from '../transcript/place/dom-position.ts';
import { useTranscript } from '../transcript/transcript-state.ts';

type TurnMenuState = { readonly turn: number | null; readonly anchor: Element | null };

/** The turn whose menu is open: its place in the document, and the name it opens at. */
const useTurnMenu = createProjectState<TurnMenuState>({ turn: null, anchor: null });

export function openTurnMenu(turn: number, anchor: Element): void {
  useTurnMenu.setState({ turn, anchor });
}

/** Opens the menu of the turn at the reader's place; false where it is none. */
export function openTurnMenuHere(): boolean {
  const name = document.querySelector('[data-block][tabindex="0"] [data-turn-menu]');
  if (!name) return false;
  openTurnMenu(Number(name.getAttribute('data-turn-menu')), name);
  return true;
}

/** How many letters of the words behind the caret are shown. */
const shownLetters = 24;

/** What can be done to a turn: who speaks, where it is cut, when it begins. */
export function TurnMenu({ page }: { page: DocumentPage }) {
  const { t } = useWords();
  const { turn: place, anchor } = useTurnMenu();
  const caret = useTranscript((s) => s.place);
  const { mutate: setSpeaker } = useCommand('turns.setSpeaker');
  const { mutate: split } = useCommand('turns.split');
  const { mutate: merge } = useCommand('turns.merge');
  const { document } = page;
  const turn = place === null ? undefined : document.turns[place];
  if (!turn || !anchor || place === null) return null;
  const words = page.text.slice(turn.contentStart, turn.end);
  const inWords = caret - turn.contentStart;
  const cut = 0 < inWords && inWords < words.length ? wordStart(words, inWords) : 0;
  const entries: MenuEntry[] = [
    ...document.speakers
      .filter(({ id }) => id !== turn.speaker)
      .map(({ id, name }) => ({
        id,
        label: t('turns.saidBy', { name }),
        run: () => setSpeaker({ turns: [turn.id], speaker: id }),
      })),
    { id: 'another', label: t('turns.another'), run: () => openOverlay({ kind: 'newSpeaker', turn: turn.id }) },
    ...(cut > 0
      ? [
          {
            id: 'split',
            label: t('turns.split', { words: shownAfter(words.slice(cut, cut + shownLetters), shownLetters) }),
            run: () => split({ turn: turn.id, at: turn.contentStart + cut }),
          },
        ]
      : []),
    ...(place < document.turns.length - 1
      ? [{ id: 'merge', label: t('turns.merge'), run: () => merge({ turn: turn.id }) }]
      : []),
    { id: 'time', label: t('turns.time'), run: () => openOverlay({ kind: 'turnTime', turn }) },
    {
      id: 'speakers',
      label: t('command.speakers'),
      run: () => openOverlay({ kind: 'speakers', document: document.id }),
    },
  ];
  return (
    <MenuAt
      anchor={anchor}
      label={t('turns.menu', { turn: place + 1 })}
      entries={entries}
      onClose={() => {
        useTurnMenu.setState({ turn: null, anchor: null });
        focusReader();
      }}
    />
  );
}
