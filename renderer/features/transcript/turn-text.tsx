import { memo, type ReactNode } from 'react';
import type { Span } from '../../../shared/domain/span.ts';
import { blockSegments, type Segment } from '../../../shared/transcript/segments.ts';
import { codeColorStyle } from '../../ui/code-chip.tsx';
import { blockAttributes } from './place/dom-position.ts';
import styles from './turn-text.module.css';
import type { PlacedCoding } from './margin/placed-codings.ts';
import type { Backlight } from './transcript-state.ts';

/** Underlines that can be told apart below one line of text; more codings than these show as stripes only. */
const mostUnderlines = 3;

type TurnTextProps = {
  readonly text: string;
  readonly block: Span;
  readonly language: string;
  readonly codings: readonly PlacedCoding[];
  /** -1 for none. */
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly isSmall: boolean;
  readonly backlight: Backlight | null;
};

/** The words of one block with its codings as marks; nothing in it but the stored text, so that positions can be read off. */
export const TurnText = memo(function TurnText(props: TurnTextProps) {
  const { text, block, language, codings, selectionStart, selectionEnd, isSmall, backlight } = props;
  const selection = selectionStart < 0 ? null : { start: selectionStart, end: selectionEnd };
  // Other coders' codings have stripes only: they must not colour what one reads.
  const own = codings.filter(({ isOwn }) => isOwn);
  return (
    <p
      className={isSmall ? styles.line : styles.say}
      lang={language}
      dir="auto"
      translate="no"
      {...blockAttributes(block.start, block.end)}
    >
      {blockSegments(block, own, selection).map((segment) => (
        <SegmentMarks
          key={segment.start}
          segment={segment}
          words={text.slice(segment.start, segment.end)}
          isDim={backlight !== null && !segment.isSelected && !isLit(backlight, segment)}
        />
      ))}
    </p>
  );
});

/** Whether a backlight on codes, or on what is uncoded, falls on a segment; a speaker's falls on whole turns. */
function isLit(backlight: Backlight, { codings }: Segment<PlacedCoding>): boolean {
  if (backlight.kind === 'speaker') return true;
  if (backlight.kind === 'uncoded') return codings.length === 0;
  return codings.some(({ code }) => backlight.codes.includes(code.code.id));
}

/** Nested marks, longest coding outermost: each draws its own underline, the innermost the tint. */
type SegmentProps = { readonly segment: Segment<PlacedCoding>; readonly words: string; readonly isDim: boolean };

function SegmentMarks({ segment, words, isDim }: SegmentProps) {
  const { codings, isSelected } = segment;
  const ids = codings.map(({ id }) => id).join(' ');
  // Under a selection the wash takes the place of the tint and every coding shows as a line.
  const [tinted, ...others] = codings;
  const lined = isSelected ? codings : others;
  let content: ReactNode = words;
  if (isDim) content = <span className={styles.dim}>{content}</span>;
  if (isSelected)
    content = (
      <span className={styles.selected} data-chosen-words="">
        {content}
      </span>
    );
  else if (tinted)
    content = (
      <mark
        className={isDim ? '' : `code-color ${styles.tint}`}
        style={codeColorStyle(tinted.code.code.color)}
        data-codings={ids}
      >
        {content}
      </mark>
    );
  lined.slice(0, mostUnderlines).forEach((coding, rank) => {
    const { color, mark } = coding.code.code;
    content = (
      <mark
        className={isDim ? '' : `code-color ${styles.underline} ${styles[mark]} ${styles[`rank${rank}`]}`}
        style={codeColorStyle(color)}
        data-codings={ids}
      >
        {content}
      </mark>
    );
  });
  return content;
}
