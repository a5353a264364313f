import { type RefObject, useLayoutEffect, useState } from 'react';
import type { CodingId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { Block } from '../../../shared/transcript/blocks.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { codeColorStyle } from '../../ui/code-chip.tsx';
import { domRange, lineBoxes } from './place/dom-position.ts';
import styles from './span-overlays.module.css';
import { useTranscript } from './transcript-state.ts';
import { type PlacedCoding, useView } from './use-document-view.ts';

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

type OverlayProps = {
  readonly blocks: readonly Block[];
  readonly section: RefObject<HTMLDivElement | null>;
  readonly measureKey: string;
};

/** What stands out for a while over the words of a section: the hovered coding's outline, the ends of what is selected, the flash of a jump. */
export function SpanOverlays({ blocks, section, measureKey }: OverlayProps) {
  const from = blocks[0]!.start;
  const to = blocks.at(-1)!.end;
  const here = <S extends Span>(span: S | null | undefined): S | null =>
    span && span.start < to && span.end > from ? span : null;
  const hoveredId = useTranscript((s) => s.hoveredCoding);
  const selectedId = useTranscript((s) => s.selectedCoding);
  const selection = useTranscript((s) => here(s.selection));
  const hovered = here(useCoding(hoveredId));
  const selected = here(useCoding(selectedId));
  const resized = useTranscript((s) => here(s.resized));
  const ends = resized ?? selection ?? selected;
  const flash = useTranscript((s) => here(s.flash));
  const isMirrored = useView(({ view }) => view !== null && directionOf(view.language) === 'rtl');
  const common = { blocks, section, measureKey };
  return (
    <div className={styles.layer} aria-hidden>
      {hovered ? (
        <SpanBoxes {...common} span={hovered}>
          {(box, place) => (
            <i
              key={place}
              className={`code-color ${styles.hover}`}
              style={{ ...codeColorStyle(hovered.code.code.color), ...box }}
            />
          )}
        </SpanBoxes>
      ) : null}
      {ends ? (
        <SpanBoxes {...common} span={ends}>
          {(box, place, count, cut) => (
            <i key={place}>
              {place === 0 && !cut.before ? (
                <i
                  className={styles.end}
                  style={{ left: isMirrored ? box.left + box.width : box.left - 2, top: box.top, height: box.height }}
                />
              ) : null}
              {place === count - 1 && !cut.after ? (
                <i
                  className={styles.end}
                  style={{ left: isMirrored ? box.left - 2 : box.left + box.width, top: box.top, height: box.height }}
                />
              ) : null}
            </i>
          )}
        </SpanBoxes>
      ) : null}
      {flash ? (
        <SpanBoxes {...common} span={flash}>
          {(box, place) => <i key={place} className={styles.flash} style={box} />}
        </SpanBoxes>
      ) : null}
    </div>
  );
}

function useCoding(id: CodingId | null): PlacedCoding | undefined {
  return useView(({ view }) => (id === null ? undefined : view?.codingById.get(id)));
}

type SpanBoxesProps = {
  readonly span: Span;
  readonly blocks: readonly Block[];
  readonly section: RefObject<HTMLDivElement | null>;
  readonly measureKey: string;
  readonly children: (
    box: Box,
    place: number,
    count: number,
    cut: { readonly before: boolean; readonly after: boolean },
  ) => React.ReactNode;
};

/** The lines a span stands on in a section, in pixels from the section's corner. */
function boxesOf(section: Element, blocks: readonly Block[], { start, end }: Span): readonly Box[] {
  const origin = section.getBoundingClientRect();
  const elements = section.querySelectorAll('[data-start]');
  return blocks.flatMap((block, place) => {
    if (block.start >= end || block.end <= start) return [];
    const range = domRange(elements[place]!, start, end);
    return range
      ? lineBoxes(range).map(({ left, right, top, bottom }) => ({
          left: left - origin.left,
          top: top - origin.top,
          width: right - left,
          height: bottom - top,
        }))
      : [];
  });
}

/** Draws something for each line a span stands on in this section. */
function SpanBoxes({ span, blocks, section, measureKey, children }: SpanBoxesProps) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const { start, end } = span;
  useLayoutEffect(() => {
    // Before this frame is painted; on the first one the section itself is not known earlier.
    const frame = requestAnimationFrame(() => {
      if (section.current) setBoxes(boxesOf(section.current, blocks, { start, end }));
    });
    return () => cancelAnimationFrame(frame);
  }, [start, end, blocks, section, measureKey]);
  const cut = { before: start < blocks[0]!.start, after: end > blocks.at(-1)!.end };
  return boxes.map((box, place) => children(box, place, boxes.length, cut));
}
