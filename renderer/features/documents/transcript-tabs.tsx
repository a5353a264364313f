import { useEffect, useMemo, useRef } from 'react';
import type { ViewState } from '../../../shared/contract/methods/settings.ts';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useQueryPart } from '../../api/hooks.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { useWords } from '../../i18n/text.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { closeTab, keepTabs, openTranscript, tabsNow } from './open-tabs.ts';
import { tabBeside, tabsWith } from './tab-moves.ts';
import styles from './transcript-tabs.module.css';

type Named = Pick<DocumentSummary, 'id' | 'name' | 'language'>;

const tabsOf = ({ tabs }: ViewState): readonly DocumentId[] => tabs;
const namesOf = (documents: readonly DocumentSummary[]): Named[] =>
  documents.map(({ id, name, language }) => ({ id, name, language }));

/** The transcripts that are open, above the one that is shown; nothing where it is the only one. */
export function TranscriptTabs({ current }: { current: DocumentId }) {
  const { t } = useWords();
  const documents = useQueryPart('documents.list', {}, namesOf);
  const kept = useQueryPart('view.get', {}, tabsOf);
  const row = useRef<HTMLElement>(null);
  const open = useMemo(
    () => (kept ?? []).flatMap((id) => documents?.find((document) => document.id === id) ?? []),
    [kept, documents],
  );
  useShownInTabs(current, documents);
  useTabCommands(current, open);
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, open]);
  if (open.length < 2) return null;
  return (
    <nav ref={row} className={styles.row} aria-label={t('documents.tabs')}>
      {open.map(({ id, name, language }) => (
        <span key={id} className={styles.tab} data-shown={id === current ? '' : undefined}>
          <button
            type="button"
            className={styles.name}
            lang={language}
            title={name}
            aria-current={id === current ? 'page' : undefined}
            onClick={() => openTranscript(id)}
            onMouseDown={(event) => {
              // The middle button closes; it must not begin to scroll.
              if (event.button === 1) event.preventDefault();
            }}
            onAuxClick={(event) => {
              if (event.button === 1) closeTab(id);
            }}
          >
            {name}
          </button>
          <button
            type="button"
            className={styles.close}
            aria-label={t('documents.tab.close', { name })}
            onClick={() => closeTab(id)}
          >
            <CloseIcon />
          </button>
        </span>
      ))}
    </nav>
  );
}

/** A transcript shown by a jump takes the tab of the one before it; those that are gone lose theirs. */
function useShownInTabs(current: DocumentId, documents: readonly Named[] | undefined): void {
  const before = useRef(current);
  useEffect(() => {
    if (!documents) return;
    const shown = tabsWith(tabsNow(), before.current, current, false);
    const there = shown.filter((id) => documents.some((document) => document.id === id));
    keepTabs(there.length === shown.length ? shown : there);
    before.current = current;
  }, [current, documents]);
}

function useTabCommands(current: DocumentId, open: readonly Named[]): void {
  const commands = useMemo<readonly Command[]>(() => {
    const tabs = open.map(({ id }) => id);
    const step = (by: 1 | -1) => (): void => {
      const next = tabBeside(tabs, current, by);
      if (next !== undefined) openTranscript(next);
    };
    const when = (): boolean => tabs.length > 1;
    return [
      {
        id: 'document.nextTab',
        message: 'command.document.nextTab',
        keys: ['Alt+Shift+PageDown'],
        when,
        run: step(1),
      },
      {
        id: 'document.previousTab',
        message: 'command.document.previousTab',
        keys: ['Alt+Shift+PageUp'],
        when,
        run: step(-1),
      },
      {
        id: 'document.closeTab',
        message: 'command.document.closeTab',
        keys: ['Alt+Delete'],
        when,
        run: () => closeTab(current),
      },
    ];
  }, [current, open]);
  useCommands(commands);
}
