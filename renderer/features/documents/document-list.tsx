import { memo, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import type { CoderId, DocumentId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { openImport } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { AddIcon } from '../../ui/icons.tsx';
import { PaneSection } from '../../ui/pane-section.tsx';
import { ItemGap } from '../../ui/row-gap.tsx';
import { evenRows } from '../../ui/row-parts.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import { rowOf, useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import styles from './document-list.module.css';

const none: readonly DocumentSummary[] = [];

/** Height of a row, in rem, as the style sheet has it. */
const rowHeight = 1.75;

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
  const { length } = documents;
  const place = documents.findIndex(({ id }) => id === current);
  const tabStop = Math.max(0, place);
  const { parts, reveal } = useRowsInSight(
    list,
    useMemo(() => evenRows(length, rowHeight), [length]),
    tabStop,
  );
  const step = (to: number): void => {
    flushSync(() => reveal(to));
    list.current?.querySelector<HTMLElement>(`[data-row="${to}"] button`)?.focus();
  };
  // The chosen transcript is always in sight, however it was chosen.
  useEffect(() => reveal(place), [reveal, place, length]);
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
        {parts.map((part) => {
          if (part.kind === 'gap') return <ItemGap key={`gap ${part.first}`} height={part.height} />;
          const document = documents[part.row]!;
          return (
            <Item
              key={document.id}
              document={document}
              coder={coder}
              row={part.row}
              rows={length}
              isCurrent={document.id === current}
              isTabStop={part.row === tabStop}
              onOpen={onOpen}
              onStep={step}
            />
          );
        })}
      </ul>
    </PaneSection>
  );
});

type ItemProps = Pick<ListProps, 'coder' | 'onOpen'> & {
  readonly document: DocumentSummary;
  readonly row: number;
  readonly rows: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  /** Puts the keyboard on another row. */
  readonly onStep: (to: number) => void;
};

function Item({ document, coder, row, rows, isCurrent, isTabStop, onOpen, onStep }: ItemProps) {
  const { t } = useWords();
  const progress = { coded: document.codedTurns[coder] ?? 0, total: document.respondentTurns };
  return (
    <li aria-setsize={rows} aria-posinset={row + 1} {...rowOf(row)}>
      <button
        type="button"
        className={styles.row}
        aria-current={isCurrent ? 'true' : undefined}
        tabIndex={isTabStop ? 0 : -1}
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
          onStep(row + (event.key === 'ArrowDown' ? 1 : -1));
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
        {document.doneBy.includes(coder) ? <StateIcon state="ok" label={t('coding.documents.done')} /> : null}
        <span className={styles.count} aria-label={t('coding.documents.progressLong', progress)}>
          {t('coding.documents.progress', progress)}
        </span>
      </button>
    </li>
  );
}
