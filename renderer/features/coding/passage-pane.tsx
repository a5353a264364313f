import { memo, useRef } from 'react';
import type { Memo } from '../../../shared/contract/schema/entities.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { codePointOffsets } from '../../../shared/text/offsets.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { sentenceAt } from '../../../shared/transcript/coding-unit.ts';
import { codingRegion } from '../../app/commands/shortcuts.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Swatch } from '../../ui/code-chip.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { PaneSection } from '../../ui/pane-section.tsx';
import { PassageTranslations } from '../translations/passage-translations.tsx';
import { MemoEditor } from '../memos/memo-editor.tsx';
import { chooseCoding, hoverCoding, useTranscript, writeMemo } from '../transcript/transcript-state.ts';
import type { CodingActions } from '../transcript/use-coding-actions.ts';
import { type DocumentView, type PlacedCoding, useView } from '../transcript/use-document-view.ts';
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
  const passage = passageAt(view, selection, selected === null ? undefined : view.codingById.get(selected), place);
  const here = passage
    ? view.codings
        .filter((one) => one.start < passage.end && one.end > passage.start)
        .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.start - b.start)
    : [];
  const annotated = memo && 'coding' in memo ? memo.coding : null;
  const written = memo && 'passage' in memo ? memo.passage : null;
  const own = written ? passageMemo(view, written) : undefined;
  const noted = view.passageMemos.filter(
    (one) => passage !== null && one.start < passage.end && one.end > passage.start && one.memo !== own,
  );
  const step = (from: number, by: number): void =>
    list.current?.querySelectorAll<HTMLElement>('[data-item]')[from + by]?.focus();

  return (
    <PaneSection title={t('coding.passage.title')} count={here.length}>
      {here.length === 0 && noted.length === 0 ? <p className={styles.none}>{t('coding.passage.none')}</p> : null}
      <ul ref={list} aria-label={t('coding.passage.title')} {...codingRegion}>
        {here.map((one, at) => (
          <li key={one.id} className={one.id === selected ? `${styles.item} ${styles.on}` : styles.item}>
            <button
              type="button"
              data-item={one.id}
              className={styles.main}
              aria-pressed={one.id === selected}
              onClick={() => chooseCoding(one.id, one.start)}
              onFocus={() => hoverCoding(one.id)}
              onBlur={() => hoverCoding(null)}
              onPointerEnter={() => hoverCoding(one.id)}
              onPointerLeave={() => hoverCoding(null)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                event.preventDefault();
                event.stopPropagation();
                step(at, event.key === 'ArrowDown' ? 1 : -1);
              }}
            >
              <CodingLines view={view} coding={one} />
            </button>
            {one.isOwn ? (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('coding.passage.remove', { name: one.code.name })}
                onClick={() => actions.remove(one.id)}
              >
                <CloseIcon />
              </button>
            ) : null}
            {one.memo && one.id !== annotated ? (
              <button type="button" className={styles.memo} onClick={() => writeMemo({ coding: one.id })}>
                <span className="unseen">{t('coding.passage.memo', { name: one.code.name })} </span>
                <span lang={guessLanguage(one.memo.text)}>{one.memo.text}</span>
              </button>
            ) : null}
            {one.isOwn && one.id === selected && !one.memo && one.id !== annotated ? (
              <button
                type="button"
                className={`${styles.memo} ${styles.write}`}
                onClick={() => writeMemo({ coding: one.id })}
              >
                {t('coding.passage.writeMemo')}
              </button>
            ) : null}
            {one.id === annotated ? (
              <div className={styles.editor}>
                <MemoEditor
                  label={t('coding.memo.coding', { name: one.code.name })}
                  target={{ kind: 'coding', id: one.id }}
                  text={one.memo?.text ?? ''}
                  body={one.memo?.body ?? null}
                  language={view.language}
                />
              </div>
            ) : null}
          </li>
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

function CodingLines({ view, coding }: { view: DocumentView; coding: PlacedCoding }) {
  const { t, language } = useWords();
  const { name, lang, path, code } = coding.code;
  const count = codePointOffsets(view.text.slice(coding.start, coding.end)).length;
  return (
    <>
      <Swatch color={code.color} mark={code.mark} retired={code.retired} />
      <span className={styles.words}>
        <b lang={lang} className={styles.name} title={path}>
          {name}
        </b>
        <span className={styles.meta}>
          {view.coderName(coding.coding.coder)} · {shortDateTime(coding.coding.createdAt, language)} ·{' '}
          {t('coding.passage.characters', { count })}
        </span>
        {coding.selection.state === 'uncertain' ? (
          <span className={styles.uncertain}>{t('coding.passage.uncertain')}</span>
        ) : null}
      </span>
    </>
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
