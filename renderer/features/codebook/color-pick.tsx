import { palette } from '../../../shared/color/palette.ts';
import type { CodeMark } from '../../../shared/domain/codebook.ts';
import { useWords } from '../../i18n/text.ts';
import { codeColorStyle, Swatch } from '../../ui/code-chip.tsx';
import styles from './color-pick.module.css';

type PickProps = {
  readonly color: string | null;
  readonly mark: CodeMark;
  /** Set in the tint, so that one sees the words on it. */
  readonly sample: string;
  /** The colour with the mark the palette has for it. */
  readonly onChange: (color: string, mark: CodeMark) => void;
};

/** The palette's 24 colours, and how words look in the one chosen, in both themes. */
export function ColorPick({ color, mark, sample, onChange }: PickProps) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t('coding.code.color')} className={styles.pick}>
      <span className={styles.label}>{t('coding.code.color')}</span>
      <div className={styles.grid}>
        {palette.map((slot) => (
          <button
            key={slot.slot}
            type="button"
            aria-pressed={color === slot.light.stripe}
            aria-label={t('coding.code.colorSlot', { slot: slot.slot })}
            className={styles.slot}
            onClick={() => onChange(slot.light.stripe, slot.mark)}
          >
            <Swatch color={slot.light.stripe} mark={slot.mark} />
          </button>
        ))}
      </div>
      {color === null ? null : (
        <div className={styles.samples} aria-hidden>
          {(['light', 'dark'] as const).map((theme) => (
            <span key={theme} data-theme={theme} className={styles.surface}>
              <Swatch color={color} mark={mark} />
              <span className={`code-color ${styles.tint}`} style={codeColorStyle(color)}>
                {sample || t('coding.code.name')}
              </span>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
