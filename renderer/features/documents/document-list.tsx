import { memo, useEffect, useRef } from 'react';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import type { CoderId, DocumentId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { openImport } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { AddIcon } from '../../ui/icons.tsx';
import { PaneSection } from '../../ui/pane-section.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './document-list.module.css';

const none: readonly DocumentSummary[] = [];

type ListProps = {
  readonly current: DocumentId | null;
  readonly coder: CoderId;
  /** `isBeside`: in a tab of its own, beside the one that is open. */
  readonly onOpen: (document: DocumentId, isBeside: boolean) => void;
};

/** The transcripts with their cases, how far the coder has come, and which are done. */
export const DocumentList = memo(function DocumentList({ current, coder, onOpen }: ListProps) {
  const { t } = useWords();
  const documents = useQuery('documents.list', {}).data ?? none;
  const list = useRef<HTMLUListElement>(null);
  const step = (from: number, by: number): void => {
    list.current?.querySelectorAll<HTMLElement>('button')[from + by]?.focus();
  };
  // The chosen transcript is always in sight, however it was chosen.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, documents.length]);
  return (
    <PaneSection
      title={t('coding.documents')}
      count={documents.length}
      action={
        <Button look="icon" aria-label={t('coding.documents.import')} onPress={() => openImport([])}>
          <AddIcon />
        </Button>
      }
    >
      <ul ref={list}>
        {documents.map((document, place) => {
          const isDone = document.doneBy.includes(coder);
          const progress = { coded: document.codedTurns[coder] ?? 0, total: document.respondentTurns };
          const isCurrent = document.id === current;
          return (
            <li key={document.id}>
              <button
                type="button"
                className={styles.row}
                aria-current={isCurrent ? 'true' : undefined}
                tabIndex={isCurrent || (current === null && place === 0) ? 0 : -1}
                onClick={(event) => {
                  // A click means the transcript, and the coding keys with it; whoever chooses by key stays in the list.
                  if (event.detail > 0) event.currentTarget.blur();
                  onOpen(document.id, event.ctrlKey || event.metaKey);
                }}
                title={t('documents.openBeside.how')}
                onAuxClick={(event) => {
                  if (event.button === 1) onOpen(document.id, true);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                  event.preventDefault();
                  step(place, event.key === 'ArrowDown' ? 1 : -1);
                }}
              >
                {document.case ? (
                  <span className={styles.case}>
                    <span lang={document.language}>{document.case.name}</span>
                  </span>
                ) : null}
                {/* The dots of a name that is cut are the interface's, not of the language of the name. */}
                <span className={styles.name}>
                  <span lang={document.language}>{document.name}</span>
                </span>
                {isDone ? <StateIcon state="ok" label={t('coding.documents.done')} /> : null}
                <span className={styles.count} aria-label={t('coding.documents.progressLong', progress)}>
                  {t('coding.documents.progress', progress)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </PaneSection>
  );
});
