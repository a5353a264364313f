import { lookAlikes } from '../../../../shared/color/look-alike.ts';
import { palette } from '../../../../shared/color/palette.ts';
import type { CodeMark } from '../../../../shared/domain/codebook.ts';
import { useWords } from '../../../i18n/text.ts';
import { codeColorStyle, Swatch } from '../../../ui/code-chip.tsx';
import type { NamedCode } from '../code-names.ts';
import styles from './color-pick.module.css';

type PickProps = {
  readonly color: string | null;
  readonly mark: CodeMark;
  /** Set in the tint, so that one sees the words on it. */
  readonly sample: string;
  /** Codes this one is seen next to. */
  readonly nearby: readonly NamedCode[];
  /** The colour with the mark the palette has for it. */
  readonly onChange: (color: string, mark: CodeMark) => void;
};

/** The palette's 24 colours or one's own, how words look in it in both themes, and whether a code nearby looks the same. */
export function ColorPick({ color, mark, sample, nearby, onChange }: PickProps) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t('coding.code.color')} className={styles.group}>
      <div className={styles.pick}>
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
        <label className={styles.own}>
          <input type="color" value={color ?? '#808080'} onChange={(event) => onChange(event.target.value, mark)} />
          {t('codebook.color.own')}
        </label>
      </div>
      {color === null ? null : (
        <>
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
          <Warning color={color} mark={mark} nearby={nearby} />
        </>
      )}
    </div>
  );
}

type WarningProps = { readonly color: string; readonly mark: CodeMark; readonly nearby: readonly NamedCode[] };

/** Most names a warning lists. */
const mostNamed = 3;

function Warning({ color, mark, nearby }: WarningProps) {
  const { t, intl } = useWords();
  const found = lookAlikes(
    { color, mark },
    nearby.map(({ code, name }) => ({ color: code.color, mark: code.mark, name })),
  );
  const toAll = found.filter(({ visions }) => visions.includes('normal'));
  const named = (toAll.length > 0 ? toAll : found).slice(0, mostNamed).map(({ code }) => code.name);
  const names = intl.formatList(named, { type: 'conjunction' });
  return (
    <p role="status" className={styles.warning}>
      {found.length === 0 ? '' : t(toAll.length > 0 ? 'codebook.color.same' : 'codebook.color.sameToSome', { names })}
    </p>
  );
}
