import type { AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import { useWords } from '../../i18n/text.ts';
import { coefficientText } from '../results/figures.ts';
import { RichText } from '../results/rich-text.tsx';
import { undefinedText } from '../results/undefined-text.ts';
import { type AgreementRow, isUsedByAll, placeByLines, weakestRows } from './agreement-rows.ts';
import styles from './agreement-screen.module.css';

/** The overall figures in plain words, with the customary lines as lines and not as verdicts. */
export function AgreementReading({ agreement, rows }: { agreement: AgreementResult; rows: readonly AgreementRow[] }) {
  const { t, intl, language } = useWords();
  const { pooled, macro } = agreement.overall;
  const gap = language === 'en' ? ' ' : '';
  const weakest = weakestRows(rows).map(({ row, alpha }) => (
    <RichText
      key={row.code}
      id="agreement.reading.code"
      values={{ name: <span lang={row.named.lang}>{row.named.name}</span>, alpha: coefficientText(alpha) }}
    />
  ));
  const oneSided = rows.filter((row) => !isUsedByAll(row)).length;
  const alpha = pooled.krippendorffAlpha;
  const mean = macro.krippendorffAlpha;
  return (
    <p className={styles.reading} aria-live="polite">
      {'value' in alpha ? (
        <RichText
          id="agreement.reading.pooled"
          values={{
            alpha: coefficientText(alpha.value),
            units: t('results.units.counted', { n: agreement.n, unit: agreement.unit }),
            place: placeByLines(alpha.value),
          }}
        />
      ) : (
        t('agreement.reading.undefined', { reason: undefinedText(t, alpha.undefined) })
      )}
      {'value' in mean ? (
        <>
          {gap}
          <RichText
            id="agreement.reading.macro"
            values={{ alpha: coefficientText(mean.value), count: macro.defined.krippendorffAlpha }}
          />
        </>
      ) : null}
      {weakest.length > 0 ? (
        <>
          {gap}
          <RichText
            id="agreement.reading.lowest"
            values={{ codes: intl.formatList(weakest, { type: 'conjunction' }) }}
          />
        </>
      ) : null}
      {oneSided > 0 ? (
        <>
          {gap}
          {t('agreement.reading.oneSided', { count: oneSided, coders: agreement.coders.length })}
        </>
      ) : null}
      {gap}
      <span className={styles.lines}>{t('agreement.reading.lines')}</span>
    </p>
  );
}
