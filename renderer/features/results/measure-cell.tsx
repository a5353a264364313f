import { useWords } from '../../i18n/text.ts';
import { coefficientText, percentText } from './figures.ts';
import result from './result.module.css';
import { undefinedText } from './undefined-text.ts';

type Measure = { readonly value: number } | { readonly undefined: string };

/** A coefficient in a table; where it has no value, that and why. */
export function MeasureCell({ measure, isPercent = false }: { measure: Measure; isPercent?: boolean }) {
  const { t } = useWords();
  if ('value' in measure)
    return <td className={result.number}>{isPercent ? percentText(measure.value) : coefficientText(measure.value)}</td>;
  const reason = undefinedText(t, measure.undefined);
  return (
    <td className={`${result.number} ${result.undefined}`} title={reason}>
      {t('results.undefined')}
      <span className="unseen">{reason}</span>
    </td>
  );
}
