import type { Attribute } from '../../../shared/contract/methods/cases.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { HelpMark } from '../help/help-mark.tsx';
import { coefficientText, noFigure, pText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { undefinedText } from '../results/undefined-text.ts';
import styles from './survey-screen.module.css';

type CorrelationsProps = {
  readonly attribute: Attribute;
  readonly items: readonly AttributeId[];
  readonly nameOf: (attribute: string) => string;
};

const methods = ['spearman', 'pearson'] as const;
const mostItems = 30;

/** How one item goes with every other: n, coefficient, interval and p, with what the method assumes. */
export function Correlations({ attribute, items, nameOf }: CorrelationsProps) {
  const { t } = useWords();
  const [method, setMethod] = useKept<(typeof methods)[number]>('survey.method', 'spearman');
  // The item itself is always among those that are compared.
  const asked =
    items.indexOf(attribute.id) < mostItems
      ? items.slice(0, mostItems)
      : [attribute.id, ...items.slice(0, mostItems - 1)];
  const { data } = useQuery('survey.correlations', { attributes: [...asked], method }, { enabled: asked.length > 1 });
  const own = (data ?? []).flatMap((pair) => {
    if (pair.a !== attribute.id && pair.b !== attribute.id) return [];
    return [{ ...pair, other: pair.a === attribute.id ? pair.b : pair.a }];
  });
  if (own.length === 0) return null;
  const figure = (value: { value: number } | { undefined: string }, text: (value: number) => string) =>
    'value' in value ? { text: text(value.value) } : { text: noFigure, title: undefinedText(t, value.undefined) };
  return (
    <section className={styles.correlations} aria-label={t('survey.correlation.title', { name: attribute.name })}>
      <h2 className={styles.heading}>{t('survey.correlation.title', { name: attribute.name })}</h2>
      <Choice
        label={t('survey.correlation.method')}
        value={method}
        options={methods.map((id) => ({ id, label: t(`survey.correlation.${id}`) }))}
        onChange={setMethod}
      />
      <p className={result.note}>{t(`survey.correlation.${method}.assumes`)}</p>
      <table className={result.table}>
        <thead>
          <tr>
            <th scope="col">{t('survey.correlation.other')}</th>
            <th scope="col" className={result.number}>
              {t('survey.column.n')}
            </th>
            <th scope="col" className={result.number}>
              {method === 'spearman' ? 'ρ' : 'r'}
              <HelpMark of={method} />
            </th>
            <th scope="col" className={result.number}>
              {t('survey.correlation.interval')}
            </th>
            <th scope="col" className={result.number}>
              p
              <HelpMark of="correlationP" />
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ other, n, coefficient, interval, p }) => {
            const [value, probability] = [figure(coefficient, coefficientText), figure(p, pText)];
            return (
              <tr key={other}>
                <th scope="row">{nameOf(other)}</th>
                <td className={result.number}>{n}</td>
                <td className={`${result.number} ${result.main}`} title={value.title}>
                  {value.text}
                </td>
                <td className={result.number}>
                  {'low' in interval
                    ? `[${coefficientText(interval.low)}, ${coefficientText(interval.high)}]`
                    : noFigure}
                </td>
                <td className={result.number} title={probability.title}>
                  {probability.text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={result.note}>{t('survey.correlation.note', { count: own.length })}</p>
    </section>
  );
}
