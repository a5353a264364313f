import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Block } from '../../../shared/transcript/blocks.ts';
import { clockTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Margin } from './margin.tsx';
import type { MarginLayout } from './margin-layout.ts';
import { measureSection, noBoxes } from './measure.ts';
import { SpanOverlays } from './span-overlays.tsx';
import { useTranscript } from './transcript-state.ts';
import { TurnText } from './turn-text.tsx';
import styles from './turn-section.module.css';
import type { DocumentView } from './use-document-view.ts';

type SectionProps = {
  readonly view: DocumentView;
  readonly blocks: readonly Block[];
  readonly layout: MarginLayout;
  /** Changes whenever lines may have moved: width, text size, face. */
  readonly measureKey: string;
  readonly isLazy: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
};

/** About twenty turns: laid out, measured and painted together, and left alone while they are off screen. */
export const TurnSection = memo(function TurnSection({
  view,
  blocks,
  layout,
  measureKey,
  isLazy,
  scroller,
}: SectionProps) {
  const section = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(section, scroller);
  const [boxes, setBoxes] = useState(noBoxes);
  const hasSelection = useTranscript(
    ({ selection }) => selection !== null && selection.start < blocks.at(-1)!.end && selection.end > blocks[0]!.start,
  );

  useLayoutEffect(() => {
    if (isNear && section.current) setBoxes(measureSection(section.current, blocks, view, layout));
    // The marks of a selection split text nodes but move no line; measured anew all the same, it is cheap.
  }, [isNear, blocks, view, layout, measureKey, hasSelection]);

  return (
    <div ref={section} className={isLazy ? styles.lazy : styles.section}>
      {blocks.map((block) => (
        <TurnBlock key={block.start} view={view} block={block} />
      ))}
      <Margin boxes={boxes} layout={layout} />
      <SpanOverlays view={view} blocks={blocks} section={section} measureKey={measureKey} />
    </div>
  );
});

/** Whether the section is on screen or within one screen of it. */
function useIsNear(section: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useLayoutEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: scroller.current,
      rootMargin: '100% 0px',
    });
    observer.observe(section.current!);
    return () => observer.disconnect();
  }, [section, scroller]);
  return isNear;
}

/** One turn, or one line outside turns. It subscribes to what touches it and to nothing else. */
const TurnBlock = memo(function TurnBlock({ view, block }: { view: DocumentView; block: Block }) {
  const { t } = useWords();
  const { document, speakers } = view;
  const selectionStart = useTranscript(({ selection: s }) =>
    s && s.start < block.end && s.end > block.start ? s.start : -1,
  );
  const selectionEnd = useTranscript(({ selection: s }) =>
    s && s.start < block.end && s.end > block.start ? s.end : -1,
  );
  const isPlace = useTranscript((s) => s.place >= block.start && s.place <= block.end);
  const turn = block.turn === null ? null : document.turns[block.turn]!;
  const speaker = turn?.speaker ? speakers.get(turn.speaker) : undefined;
  const selection = selectionStart < 0 ? null : { start: selectionStart, end: selectionEnd };
  const label =
    block.turn === null
      ? t('coding.transcript.outside')
      : t('coding.transcript.turn', { speaker: speaker?.name ?? '', turn: block.turn + 1 });
  return (
    <article
      className={`${styles.turn} ${speaker?.role === 'interviewer' ? styles.question : ''}`}
      aria-label={label}
      // One turn is reachable by Tab, the others by arrows from it: the commands of coding mode act on the turn in focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isPlace ? 0 : -1}
      data-block={block.start}
    >
      {turn ? (
        <header className={styles.gutter}>
          <span lang={document.language}>{speaker?.name}</span>
          {turn.time === null ? null : <time className={styles.time}>{clockTime(turn.time)}</time>}
        </header>
      ) : (
        <span className={styles.gutter} />
      )}
      <TurnText
        text={document.text}
        block={block}
        language={document.language}
        codings={view.codingsOfBlock(block)}
        selection={selection}
        isSmall={turn === null}
      />
    </article>
  );
}, sameTurn);

/** A turn is drawn anew only if its own codings or the text have changed: one coding added touches one turn. */
function sameTurn(before: { view: DocumentView; block: Block }, now: { view: DocumentView; block: Block }): boolean {
  return (
    before.block === now.block &&
    before.view.document === now.view.document &&
    before.view.codingsOfBlock(before.block) === now.view.codingsOfBlock(now.block)
  );
}
