import { memo, useRef } from 'react';
import type { Memo } from '../../../shared/contract/schema/entities.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { sentenceAt } from '../../../shared/transcript/coding-unit.ts';
import { codingRegion } from '../../app/commands/shortcuts.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { PaneSection } from '../../ui/pane-section.tsx';
import { PassageTranslations } from '../translations/passage-translations.tsx';
import { MemoEditor } from '../memos/memo-editor.tsx';
import { type ComingCoding, useTranscript, writeMemo } from '../transcript/transcript-state.ts';
import type { CodingActions } from '../transcript/use-coding-actions.ts';
import { type DocumentView, type PlacedCoding, useView } from '../transcript/use-document-view.ts';
import { CodingItem } from './coding-item.tsx';
import styles from './passage-pane.module.css';

type PaneProps = { readonly actions: CodingActions };

/**
 * The codings at the reader's place, as a list: for whoever cannot see or point at the marks this is the transcript's
 * interface, with the same commands.
 */
export const PassagePane = memo(function PassagePane({ actions }: PaneProps) {
  const view = useView((s) => s.view);
  return view ? <Passage view={view} actions={actions} /> : null;
});

function Passage({ view, actions }: PaneProps & { readonly view: DocumentView }) {
  const { t, language } = useWords();
  const selection = useTranscript((s) => s.selection);
  const selected = useTranscript((s) => s.selectedCoding);
  const place = useTranscript((s) => s.place);
  const memo = useTranscript((s) => s.memo);
  const list = useRef<HTMLUListElement>(null);
  const coming = memo && 'coming' in memo ? memo.coming : null;
  const passage =
    coming ?? passageAt(view, selection, selected === null ? undefined : view.codingById.get(selected), place);
  const here = passage
    ? view.codings
        .filter((one) => one.start < passage.end && one.end > passage.start)
        .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.start - b.start)
    : [];
  const annotated = memo && 'coding' in memo ? memo.coding : null;
  // What is still to come stands where it will: it is not moved, and the keyboard not lost, when it comes.
  const before = coming ? here.findLastIndex((one) => one.isOwn && one.start <= coming.start) + 1 : here.length;
  const items: readonly (PlacedCoding | ComingCoding)[] = [
    ...here.slice(0, before),
    ...(coming ? [coming] : []),
    ...here.slice(before),
  ];
  const keyOf = (one: PlacedCoding | ComingCoding): string =>
    'id' in one && !(memo && 'came' in memo && memo.came && one.id === annotated) ? one.id : 'coming';
  const written = memo && 'passage' in memo ? memo.passage : null;
  const own = written ? passageMemo(view, written) : undefined;
  const noted = view.passageMemos.filter(
    (one) => passage !== null && one.start < passage.end && one.end > passage.start && one.memo !== own,
  );
  const step = (from: number, by: number): void =>
    list.current?.querySelectorAll<HTMLElement>('[data-item]')[from + by]?.focus();

  return (
    <PaneSection title={t('coding.passage.title')} count={items.length}>
      {items.length === 0 && noted.length === 0 ? <p className={styles.none}>{t('coding.passage.none')}</p> : null}
      <ul ref={list} aria-label={t('coding.passage.title')} {...codingRegion}>
        {items.map((one, at) => (
          <CodingItem
            key={keyOf(one)}
            view={view}
            item={one}
            isSelected={'id' in one && one.id === selected}
            isWritten={one === coming || ('id' in one && one.id === annotated)}
            onRemove={actions.remove}
            onStep={(by) => step(at, by)}
          />
        ))}
      </ul>
      {noted.map((one) => (
        <div key={one.memo.id} className={styles.noted}>
          <button
            type="button"
            className={styles.memo}
            onClick={() => writeMemo({ passage: { start: one.start, end: one.end } })}
            disabled={one.memo.coder !== view.coder}
          >
            <span className="unseen">
              {t('coding.passage.noteOn', { quote: view.text.slice(one.start, one.end) })}{' '}
            </span>
            <span className={styles.quote} lang={view.language} dir="auto" aria-hidden>
              {view.text.slice(one.start, one.end)}
            </span>
            {one.memo.text}
          </button>
          <span className={styles.meta}>
            {view.coderName(one.memo.coder)} · {shortDateTime(one.memo.updatedAt, language)}
          </span>
        </div>
      ))}
      {written ? (
        <div className={styles.passageMemo}>
          <MemoEditor
            key={`${written.start} ${written.end}`}
            label={t('coding.memo.selection')}
            target={own?.target ?? { document: view.document.id, ...written }}
            text={own?.text ?? ''}
            body={own?.body ?? null}
            language={view.language}
          />
        </div>
      ) : null}
      <PassageTranslations view={view} passage={passage} />
    </PaneSection>
  );
}

/** What "this passage" means: the words selected, the selected coding, else the sentence where the reader is. */
function passageAt(view: DocumentView, selection: Span | null, coding: Span | undefined, place: number): Span | null {
  if (selection) return selection;
  if (coding) return coding;
  const block = view.blocks[blockAt(view.blocks, place)];
  return block ? sentenceAt(view, block, place) : null;
}

function passageMemo(view: DocumentView, passage: Span): Memo | undefined {
  const own = view.passageMemos.find(
    ({ start, end, memo }) => start === passage.start && end === passage.end && memo.coder === view.coder,
  );
  return own?.memo;
}
