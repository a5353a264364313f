import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Block, blockAt } from '../../../shared/transcript/blocks.ts';
import { clockTime } from '../../../shared/text/clock-time.ts';
import { useWords } from '../../i18n/text.ts';
import { openTurnMenu } from '../corrections/turn-menu.tsx';
import type { DocumentPage } from './place/document-page.ts';
import { Margin } from './margin/margin.tsx';
import type { MarginLayout } from './margin/margin-layout.ts';
import { type MeasuredBlocks, measureSection, noBoxes, type SectionBoxes } from './margin/measure.ts';
import type { PlacedCoding, SectionCodings, SectionLanes } from './margin/placed-codings.ts';
import { SpanOverlays } from './span-overlays.tsx';
import { type Backlight, useTranscript } from './transcript-state.ts';
import { TurnText } from './turn-text.tsx';
import styles from './turn-section.module.css';
import { useView } from './use-document-view.ts';

type SectionProps = {
  readonly page: DocumentPage;
  readonly blocks: readonly Block[];
  readonly layout: MarginLayout;
  /** Changes whenever lines may have moved: width, text size, face. */
  readonly measureKey: string;
  readonly isLazy: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
};

const none: SectionCodings = [];
const noLanes: SectionLanes = new Map();

/** About twenty turns: laid out, measured and painted together, and left alone while they are off screen. */
export const TurnSection = memo(function TurnSection({
  page,
  blocks,
  layout,
  measureKey,
  isLazy,
  scroller,
}: SectionProps) {
  const from = blocks[0]!.start;
  const to = blocks.at(-1)!.end;
  const section = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(section, scroller);
  const codings = useView(({ view }) => view?.codingsOfSection(blocks) ?? none);
  const lanes = useView(({ view }) => view?.lanesOfSection(blocks) ?? noLanes);
  const boxes = useMargin({ section, blocks, codings, lanes, layout, measureKey }, isNear);
  const selectionStart = useTranscript(({ selection: s }) => (s && s.start < to && s.end > from ? s.start : -1));
  const selectionEnd = useTranscript(({ selection: s }) => (s && s.start < to && s.end > from ? s.end : -1));
  // One block always is the reader's, also while the place lies before the words of all, as a label does.
  const place = useTranscript((s) => {
    const start = page.blocks[blockAt(page.blocks, s.place)]?.start ?? -1;
    return start >= from && start <= to ? start : -1;
  });

  const backlight = useTranscript((s) => s.backlight);

  return (
    <div ref={section} className={isLazy ? styles.lazy : styles.section}>
      {blocks.map((block, at) => {
        const isSelected = selectionStart >= 0 && selectionStart < block.end && selectionEnd > block.start;
        return (
          <TurnBlock
            key={block.start}
            page={page}
            block={block}
            codings={codings[at] ?? noCodings}
            selectionStart={isSelected ? selectionStart : -1}
            selectionEnd={isSelected ? selectionEnd : -1}
            isPlace={place === block.start}
            backlight={backlight}
          />
        );
      })}
      <Margin boxes={boxes} layout={layout} />
      <SpanOverlays blocks={blocks} section={section} measureKey={measureKey} />
    </div>
  );
});

const noCodings: readonly PlacedCoding[] = [];

type MarginInput = Omit<Parameters<typeof measureSection>[0], 'section' | 'known'> & {
  readonly section: RefObject<HTMLElement | null>;
};

/** What the margin draws: measured when the section comes near, and in the frame in which its codings or lines have changed. */
function useMargin(
  { section, blocks, codings, lanes, layout, measureKey }: MarginInput,
  isNear: boolean,
): SectionBoxes {
  const [boxes, setBoxes] = useState(noBoxes);
  const [known] = useState<MeasuredBlocks>(() => new Map());
  useLayoutEffect(() => {
    if (!isNear) return;
    // Before this frame is painted, but after everything that changes in it: lines are laid out once.
    const frame = requestAnimationFrame(() => {
      if (section.current)
        setBoxes(measureSection({ section: section.current, blocks, codings, lanes, layout, measureKey, known }));
    });
    return () => cancelAnimationFrame(frame);
  }, [isNear, section, blocks, codings, lanes, layout, measureKey, known]);
  return boxes;
}

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

type TurnProps = {
  readonly page: DocumentPage;
  readonly block: Block;
  readonly codings: readonly PlacedCoding[];
  /** The words selected, as far as they touch this turn; -1 for none. */
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly isPlace: boolean;
  readonly backlight: Backlight | null;
};

/** One turn, or one line outside turns: drawn anew only when its own codings, the selection in it or the reader's place have changed. */
const TurnBlock = memo(function TurnBlock(props: TurnProps) {
  const { page, block, codings, selectionStart, selectionEnd, isPlace, backlight } = props;
  const { t } = useWords();
  const { document, speakers } = page;
  const turn = block.turn === null ? null : document.turns[block.turn]!;
  const speaker = turn?.speaker ? speakers.get(turn.speaker) : undefined;
  const isDim = backlight?.kind === 'speaker' && backlight.speaker !== (turn?.speaker ?? null);
  const label =
    block.turn === null
      ? t('coding.transcript.outside')
      : t('coding.transcript.turn', { speaker: speaker?.name ?? '', turn: block.turn + 1 });
  return (
    <article
      className={`${styles.turn} ${speaker?.role === 'interviewer' ? styles.question : ''} ${isDim ? styles.dim : ''}`}
      aria-label={label}
      // One turn is reachable by Tab, the others by arrows from it: the commands of coding mode act on the turn in focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isPlace ? 0 : -1}
      data-block={block.start}
    >
      {turn ? (
        <header className={styles.gutter}>
          <button
            type="button"
            className={styles.speaker}
            lang={document.language}
            title={speaker?.name}
            tabIndex={-1}
            aria-haspopup="menu"
            aria-label={t('turns.menuOf', { name: speaker?.name ?? '', turn: block.turn! + 1 })}
            data-turn-menu={block.turn}
            onClick={(event) => openTurnMenu(block.turn!, event.currentTarget)}
          >
            {speaker?.name ?? '–'}
          </button>
          {turn.time === null ? null : <time className={styles.time}>{clockTime(turn.time)}</time>}
        </header>
      ) : (
        <span className={styles.gutter} />
      )}
      <TurnText
        text={document.text}
        block={block}
        language={document.language}
        codings={codings}
        selectionStart={selectionStart}
        selectionEnd={selectionEnd}
        isSmall={turn === null}
        backlight={backlight}
      />
    </article>
  );
});
