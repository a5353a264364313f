import { useWords } from '../../i18n/text.ts';
import { coefficientText, percentText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { undefinedText } from '../results/undefined-text.ts';

type Measure = { readonly value: number } | { readonly undefined: string };

/** A coefficient in a table; where it has no value, that and why. */
export function MeasureCell({ measure, isPercent = false }: { measure: Measure; isPercent?: boolean }) {
  const { t } = useWords();
  if ('undefined' in measure)
    return (
      <td className={result.number} title={undefinedText(t, measure.undefined)}>
        <span className={result.undefined}>{t('rounds.undefined')}</span>
        <span className="unseen">{undefinedText(t, measure.undefined)}</span>
      </td>
    );
  return <td className={result.number}>{isPercent ? percentText(measure.value) : coefficientText(measure.value)}</td>;
}
