import { memo } from 'react';
import { useWords } from '../../../i18n/text.ts';
import { codeColorStyle, Swatch } from '../../../ui/code-chip.tsx';
import type { SectionBoxes } from './measure.ts';
import type { MarginLayout } from './margin-layout.ts';
import styles from './margin.module.css';
import { useTranscript } from '../transcript-state.ts';
import type { PlacedCoding } from '../use-document-view.ts';

type MarginProps = { readonly boxes: SectionBoxes; readonly layout: MarginLayout };

/** The stripes of a section and the names of its codings. For the pointer only (the page listens for it by `data-coding`): the list beside the transcript says the same to everyone. */
export const Margin = memo(function Margin({ boxes, layout }: MarginProps) {
  const { t } = useWords();
  const selected = useTranscript((s) => (boxes.ids.has(s.selectedCoding ?? '') ? s.selectedCoding : null));
  const hovered = useTranscript((s) => (boxes.ids.has(s.hoveredCoding ?? '') ? s.hoveredCoding : null));
  const backlight = useTranscript((s) => s.backlight);
  const isOff = ({ code }: PlacedCoding): boolean =>
    backlight?.kind === 'uncoded' || (backlight?.kind === 'codes' && !backlight.codes.includes(code.code.id));
  return (
    <div className={styles.margin} aria-hidden>
      {boxes.stripes.map(({ coding, left, top, height }) => (
        <i
          key={coding.id}
          className={styles.hit}
          style={{ insetInlineStart: left - 2, top: top - Math.max(0, 24 - height) / 2, height: Math.max(24, height) }}
          data-coding={coding.id}
          data-stripe=""
        >
          <i
            className={[
              'code-color',
              styles.stripe,
              coding.isOwn ? styles[coding.code.code.mark] : styles.other,
              coding.id === selected ? styles.selected : '',
              coding.id === hovered ? styles.hovered : '',
              coding.selection.state === 'uncertain' ? styles.uncertain : '',
              isOff(coding) ? styles.off : '',
            ].join(' ')}
            style={{ ...codeColorStyle(coding.code.code.color), height }}
          />
        </i>
      ))}
      {boxes.folded.map(({ left, top, codings }) => (
        <span
          key={`${left} ${top}`}
          className={styles.folded}
          style={{ insetInlineStart: left, top }}
          data-folded={codings.map(({ id }) => id).join(' ')}
        >
          {t('coding.transcript.more', { count: codings.length })}
        </span>
      ))}
      {layout.names
        ? boxes.names.map(({ coding, top }) => (
            <span
              key={coding.id}
              className={[
                styles.name,
                coding.id === selected ? styles.current : '',
                isOff(coding) ? styles.off : '',
              ].join(' ')}
              style={{ insetInlineStart: layout.names!.left, width: layout.names!.width, top }}
              data-coding={coding.id}
            >
              <Swatch color={coding.code.code.color} mark={coding.code.code.mark} />
              <span lang={coding.code.lang} className={styles.words}>
                {coding.code.name}
              </span>
            </span>
          ))
        : null}
    </div>
  );
});
