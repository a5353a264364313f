import { Histogram, histogramSize } from '../../charts/histogram.tsx';
import { behaviourItems, type PlaneBehaviour } from '../../../shared/contract/methods/plane.ts';
import type { AttributeId, CodeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { coefficientText } from '../results/figures.ts';
import result from '../results/result.module.css';
import type { ColumnName } from './comparison-words.ts';
import styles from './comparison.module.css';

type SurveyRowsProps = {
  readonly columns: readonly CodeId[];
  readonly behaviours: readonly PlaneBehaviour[];
  readonly names: readonly ColumnName[];
};

/** What was ticked in the survey, in the columns of what was said: how many gave each answer, mean, spread, n. */
export function SurveyRows({ columns, behaviours, names }: SurveyRowsProps) {
  const { t } = useWords();
  const ofColumns = columns.map((code) => behaviours.find((behaviour) => behaviour.code === code));
  const attributes = ofColumns.flatMap((behaviour) =>
    behaviour
      ? behaviourItems.flatMap((item): AttributeId[] =>
          behaviour.survey[item] === null ? [] : [behaviour.survey[item]],
        )
      : [],
  );
  const { data } = useQuery(
    'survey.figures',
    { attributes: [...new Set(attributes)] },
    { enabled: attributes.length > 0 },
  );
  if (attributes.length === 0 || !data) return null;
  const figures = new Map(data.items.map((item) => [item.attribute, item.all]));
  const shown = behaviourItems.filter((item) => ofColumns.some((behaviour) => behaviour?.survey[item]));
  return (
    <table className={`${result.table} ${styles.table} ${styles.survey}`} aria-label={t('comparison.survey')}>
      <thead>
        <tr>
          <th scope="col">{t('comparison.survey')}</th>
          {names.map(({ id, name, lang }) => (
            <th key={id} scope="col" lang={lang}>
              <span className="unseen">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((item) => {
          const found = ofColumns.map((behaviour) => {
            const attribute = behaviour?.survey[item] ?? null;
            return attribute === null ? undefined : figures.get(attribute);
          });
          const most = Math.max(1, ...found.flatMap((one) => one?.counts.map(({ count }) => count) ?? []));
          return (
            <tr key={item}>
              <th scope="row">
                {t(`comparison.item.${item}`)}
                <span className={styles.scale}>{t(`comparison.item.${item}.scale`)}</span>
              </th>
              {found.map((one, column) => (
                <td key={names[column]!.id}>
                  {one ? (
                    <>
                      <svg
                        role="img"
                        aria-label={one.counts.map(({ value, count }) => `${value}: ${count}`).join(', ')}
                        {...histogramSize(one.counts.length)}
                      >
                        <Histogram counts={one.counts} most={most} />
                      </svg>
                      <p className={styles.mean}>
                        <b>
                          {one.mean && 'value' in one.mean ? coefficientText(one.mean.value) : t('results.undefined')}
                        </b>{' '}
                        {t('comparison.survey.spread', {
                          sd: one.sd && 'value' in one.sd ? coefficientText(one.sd.value) : '–',
                          n: one.n,
                        })}
                      </p>
                    </>
                  ) : (
                    <span className={result.note}>{t('comparison.survey.none')}</span>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
