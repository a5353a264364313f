import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { asId, type CodeId } from '../../../shared/domain/ids.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { namesInText } from '../../../shared/report/sentences.ts';
import { coderMarks } from '../../../shared/transcript/coder-marks.ts';
import { codingRegion } from '../../app/commands/shortcuts.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../codebook/code-names.ts';
import { TurnMenu } from '../corrections/turn-menu.tsx';
import { PlacingBanner, PlacingBar } from '../review/placing.tsx';
import { usePlacing } from '../review/placing-state.ts';
import { CodingNote } from './coding-note.tsx';
import { FindBar } from './find/find-bar.tsx';
import { useFindCommands } from './find/find-commands.ts';
import { useFind } from './find/find-state.ts';
import { focusReader } from './place/dom-position.ts';
import type { DocumentPage } from './place/document-page.ts';
import { type MarginLayout, marginLayout } from './margin/margin-layout.ts';
import { pageGeometry, useWidth } from './place/page-geometry.ts';
import { SelectionBar } from './selection-bar.tsx';
import { hoverCoding, showNote, useTranscript } from './transcript-state.ts';
import styles from './transcript-pane.module.css';
import { TranscriptHeader } from './transcript-header.tsx';
import { TurnSection } from './turn-section.tsx';
import { useBarPlace } from './place/use-bar-place.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { useTranscriptMouse } from './mouse/use-transcript-mouse.ts';
import { useView } from './use-document-view.ts';
import { useKeptPlace } from './place/use-kept-place.ts';
import { useReaderScroll } from './place/use-reader-scroll.ts';
import { useSectionsSoFar } from './place/use-sections-so-far.ts';

/** Above some 40,000 words, sections off screen are left out of layout; counted in UTF-16 units, as a word is about six. */
const longText = 240_000;

type PaneProps = {
  readonly page: DocumentPage;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly actions: CodingActions;
};

/** The transcript as a well-set page: words in the middle, who speaks before them, what they are coded with after them. */
export const TranscriptPane = memo(function TranscriptPane({ page, codes, actions }: PaneProps) {
  const { t } = useWords();
  const settings = useSettings();
  const { textSize, readingFace, measure, lineHeight } = settings;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const fontsReady = useFontsReady();
  const { inset, words, marginStart } = pageGeometry(width, settings);
  const layout = useLayout(width - marginStart);
  const measureKey = `${width} ${textSize} ${readingFace} ${measure} ${lineHeight} ${fontsReady}`;
  const selection = useTranscript((s) => s.selection);
  useFindCommands(page.document.id);
  const isFinding = useFind((s) => s.isOpen);
  const isPlacing = usePlacing((s) => s.passage?.document === page.document.id);
  const isLazy = page.text.length > longText;
  const bar = useRef<HTMLDivElement>(null);
  const barPlace = useBarPlace({ content, scroller, bar, selection, measureKey });
  const sections = useSectionsSoFar(page, width > 0);
  useReaderScroll(page, scroller, width > 0);
  useKeptPlace(page, scroller, width > 0);

  const mouse = useTranscriptMouse({ page, content, bar, actions });

  const { name } = page.document;
  return (
    <section
      className={styles.pane}
      aria-label={t('coding.transcript.label', { name })}
      style={{ '--inset': `${inset}px`, '--measure': `${words}px`, '--margin-start': `${marginStart}px` }}
    >
      <TranscriptHeader document={page.document} />
      {isFinding ? <FindBar page={page} scroller={scroller} /> : null}
      <PlacingBanner document={page.document.id} />
      <TurnMenu page={page} />
      <div ref={scroller} className={styles.scroller} {...codingRegion}>
        {/* The pointer's way only; every key has its command. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={content}
          className={styles.content}
          dir={directionOf(page.language)}
          spellCheck={false}
          translate="no"
          data-transcript=""
          aria-busy={sections.length < page.sections.length}
          {...mouse}
          onMouseLeave={() => {
            hoverCoding(null);
            showNote(null);
          }}
        >
          <LaneHeads layout={layout} />
          {sections.map((blocks) => (
            <TurnSection
              key={blocks[0]!.start}
              page={page}
              blocks={blocks}
              layout={layout}
              measureKey={measureKey}
              isLazy={isLazy}
              scroller={scroller}
            />
          ))}
          {isLazy ? <p className="unseen">{t('coding.transcript.long')}</p> : null}
          <CodingNote />
          {selection ? (
            <div ref={bar} className={styles.bar} style={barPlace} dir="ltr">
              {isPlacing ? (
                <PlacingBar selection={selection} />
              ) : (
                <SelectionBar page={page} selection={selection} codes={codes} actions={actions} onLeave={focusReader} />
              )}
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
});

function LaneHeads({ layout }: { layout: MarginLayout }) {
  const { t, language } = useWords();
  if (layout.groups.length < 2) return null;
  const shown = layout.groups.filter(({ lanes }) => lanes > 0);
  const marks = coderMarks(shown.map(({ name }) => name));
  return (
    <div className={styles.heads} aria-hidden>
      {shown.map(({ left }, place) => (
        <span key={left} className={styles.head} style={{ insetInlineStart: `calc(var(--margin-start) + ${left}px)` }}>
          {marks[place]}
        </span>
      ))}
      {layout.rest ? (
        <span
          className={styles.head}
          style={{ insetInlineStart: `calc(var(--margin-start) + ${layout.rest.left}px)` }}
          title={namesInText(language, layout.rest.names)}
        >
          {t('coding.transcript.more', { count: layout.rest.names.length })}
        </span>
      ) : null}
    </div>
  );
}

/** How the margin is divided; the same object until a lane comes or goes. */
function useLayout(width: number): MarginLayout {
  const used = useView(({ view }) => view?.lanes);
  const others = useView(({ view }) => view?.others);
  const coder = useView(({ view }) => view?.coder);
  const name = useView(({ view }) => view?.ownName);
  return useMemo(
    () =>
      marginLayout(
        { own: { id: coder ?? asId<'coder'>(''), name: name ?? '' }, others: others ?? [], used: used ?? new Map() },
        width,
      ),
    [used, others, coder, name, width],
  );
}

function useFontsReady(): boolean {
  const [isReady, setReady] = useState(document.fonts.status === 'loaded');
  useEffect(() => void document.fonts.ready.then(() => setReady(true)), []);
  return isReady;
}
