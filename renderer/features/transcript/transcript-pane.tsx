import { memo, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { asId, type CodeId } from '../../../shared/domain/ids.ts';
import { trimmedSpan } from '../../../shared/transcript/coding-unit.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { codingRegion } from '../../app/commands/shortcuts.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../codebook/code-names.ts';
import { focusReader, positionOfDomPoint } from './dom-position.ts';
import type { DocumentPage } from './document-page.ts';
import { type MarginLayout, marginLayout } from './margin-layout.ts';
import { SelectionBar } from './selection-bar.tsx';
import { chooseCoding, chooseWords, hoverCoding, moveTo, useTranscript } from './transcript-state.ts';
import styles from './transcript-pane.module.css';
import { TranscriptHeader } from './transcript-header.tsx';
import { TurnSection } from './turn-section.tsx';
import { useBarPlace } from './use-bar-place.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { type PlacedCoding, useView, viewNow } from './use-document-view.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useReaderScroll } from './use-reader-scroll.ts';
import { useSectionsSoFar } from './use-sections-so-far.ts';

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
  const { textSize, readingFace } = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const fontsReady = useFontsReady();
  const { inset, marginStart } = pageGeometry(width, textSize);
  const layout = useLayout(width - marginStart);
  const measureKey = `${width} ${textSize} ${readingFace} ${fontsReady}`;
  const selection = useTranscript((s) => s.selection);
  const isLazy = page.text.length > longText;
  const bar = useRef<HTMLDivElement>(null);
  const barPlace = useBarPlace({ content, scroller, bar, selection, measureKey });
  const sections = useSectionsSoFar(page, width > 0);
  useReaderScroll(page, scroller, width > 0);
  useKeptPlace(page, scroller, width > 0);

  const onMouseUp = (event: MouseEvent): void => {
    if (event.button !== 0 || !content.current || bar.current?.contains(event.target as Node)) return;
    const stripe = codingOfTarget(event.target);
    if (stripe) {
      chooseCoding(stripe.id, stripe.start);
      focusReader();
      return;
    }
    const native = window.getSelection();
    if (native && !native.isCollapsed && native.rangeCount > 0) {
      const range = native.getRangeAt(0);
      if (!content.current.contains(range.commonAncestorContainer)) return;
      const start = positionOfDomPoint(
        content.current,
        { node: range.startContainer, offset: range.startOffset },
        'start',
      );
      const end = positionOfDomPoint(content.current, { node: range.endContainer, offset: range.endOffset }, 'end');
      const span = start === null || end === null ? null : trimmedSpan(page.text, { start, end });
      if (span) {
        native.removeAllRanges();
        chooseWords(span);
      }
      return;
    }
    const point = document.caretPositionFromPoint(event.clientX, event.clientY);
    const target = event.target instanceof Element ? event.target : null;
    if (!point || !target?.closest('[data-start]')) return;
    const position = positionOfDomPoint(content.current, { node: point.offsetNode, offset: point.offset }, 'start');
    if (position === null) return;
    clickAt(page, position, target.closest('mark')?.dataset['codings'] ?? '');
  };

  const onMouseOver = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const [shortest] = target?.closest('mark')?.dataset['codings']?.split(' ') ?? [];
    hoverCoding(codingOfTarget(target)?.id ?? placedCoding(shortest)?.id ?? null);
  };

  const { name } = page.document;
  return (
    <section
      className={styles.pane}
      aria-label={t('coding.transcript.label', { name })}
      style={{ '--inset': `${inset}px`, '--margin-start': `${marginStart}px` }}
    >
      <TranscriptHeader document={page.document} />
      <div ref={scroller} className={styles.scroller} {...codingRegion}>
        {/* The pointer's way only; every key has its command. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={content}
          className={styles.content}
          spellCheck={false}
          translate="no"
          onMouseUp={onMouseUp}
          // oxlint-disable-next-line jsx-a11y/mouse-events-have-key-events
          onMouseOver={onMouseOver}
          onMouseLeave={() => hoverCoding(null)}
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
          {selection ? (
            <div ref={bar} className={styles.bar} style={barPlace}>
              <SelectionBar page={page} selection={selection} codes={codes} actions={actions} onLeave={focusReader} />
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
});

function placedCoding(id: string | undefined): PlacedCoding | undefined {
  return id === undefined ? undefined : viewNow()?.codingById.get(asId<'coding'>(id));
}

/** The coding whose stripe or name is under the pointer. */
function codingOfTarget(target: EventTarget | null): PlacedCoding | undefined {
  return placedCoding(
    target instanceof Element ? target.closest<HTMLElement>('[data-coding]')?.dataset['coding'] : undefined,
  );
}

/** A click selects the shortest coding there; again, the next longer one; on plain words it only sets the reader's place. */
function clickAt(page: DocumentPage, position: number, ids: string): void {
  const { selectedCoding } = useTranscript.getState();
  const here = ids === '' ? [] : ids.split(' ');
  const at = here.indexOf(selectedCoding ?? '');
  const coding = placedCoding(here[(at + 1) % Math.max(1, here.length)]);
  if (coding) chooseCoding(coding.id, position);
  else moveTo(position);
  const block = page.blocks[blockAt(page.blocks, position)];
  if (block) document.querySelector<HTMLElement>(`[data-block="${block.start}"]`)?.focus({ preventScroll: true });
}

function LaneHeads({ layout }: { layout: MarginLayout }) {
  if (layout.groups.length < 2) return null;
  return (
    <div className={styles.heads} aria-hidden>
      {layout.groups
        .filter(({ lanes }) => lanes > 0)
        .map(({ left, name }) => (
          <span
            key={left}
            className={styles.head}
            style={{ insetInlineStart: `calc(var(--margin-start) + ${left}px)` }}
          >
            {String.fromCodePoint(name.codePointAt(0) ?? 32)}
          </span>
        ))}
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

/** Where the words and the margin begin: the gutter and the gaps are fixed, a wide pane gives the rest to both sides. */
function pageGeometry(width: number, textSize: number): { inset: number; marginStart: number } {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const gutter = 4.75 * rem;
  const measure = 32 * (textSize / 16) * rem;
  const gap = 16;
  const spare = width - (8 + gutter + gap + measure + gap + 340);
  const inset = spare > 0 ? 8 + Math.min(142, spare / 2) : 8;
  const words = Math.min(measure, width - inset - gutter - gap - 88);
  return { inset, marginStart: inset + gutter + gap + words + gap };
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current!);
    setWidth(Math.floor(element.current!.clientWidth));
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function useFontsReady(): boolean {
  const [isReady, setReady] = useState(document.fonts.status === 'loaded');
  useEffect(() => void document.fonts.ready.then(() => setReady(true)), []);
  return isReady;
}
