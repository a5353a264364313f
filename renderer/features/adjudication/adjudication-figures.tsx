import type { Output } from '../../../shared/contract/methods.ts';
import type { AgreementMeasures } from '../../../shared/contract/methods/agreement.ts';
import { useWords } from '../../i18n/text.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { measureNames } from '../agreement/agreement-rows.ts';
import { coefficientText, countText, percentText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { undefinedText } from '../results/undefined-text.ts';
import styles from './adjudication-screen.module.css';

type Figures = Output<'adjudication.figures'>;
const columns = ['percentAgreement', 'cohenKappa', 'krippendorffAlpha', 'gwetAc1', 'positiveAgreement'] as const;

function Measures({ measures }: { readonly measures: AgreementMeasures }) {
  const { t } = useWords();
  return columns.map((name) => {
    const measure = measures[name];
    return 'value' in measure ? (
      <td key={name} className={result.number}>
        {name === 'percentAgreement' ? percentText(measure.value) : coefficientText(measure.value)}
      </td>
    ) : (
      <td key={name} className={`${result.number} ${result.undefined}`} title={undefinedText(t, measure.undefined)}>
        {t('results.undefined')}
      </td>
    );
  });
}

function Heads() {
  const { t } = useWords();
  const texts = [
    t('agreement.column.percent'),
    t('agreement.column.kappa'),
    t('agreement.column.alpha'),
    t('agreement.column.ac1'),
    t('agreement.column.f1'),
  ];
  return texts.map((text, place) => (
    <th key={text} scope="col" className={result.number}>
      {text}
      <HelpMark of={measureNames[place]!} />
    </th>
  ));
}

/** Agreement as it was coded and with what is decided; below it each coder against the agreed layer. */
export function AdjudicationFigures({ figures }: { readonly figures: Figures }) {
  const { t } = useWords();
  return (
    <>
      <h2 className={styles.subtitle}>{t('adjudication.figures')}</h2>
      <table className={result.table} aria-label={t('adjudication.figures')}>
        <thead>
          <tr>
            <th scope="col">{t('adjudication.figures.pooled')}</th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('reports.agreement.before')}</th>
            <Measures measures={figures.before.pooled} />
          </tr>
          <tr>
            <th scope="row">{t('reports.agreement.after')}</th>
            <Measures measures={figures.after.pooled} />
          </tr>
        </tbody>
      </table>
      <h2 className={styles.subtitle}>{t('reports.agreement.gold')}</h2>
      <table className={result.table} aria-label={t('reports.agreement.gold')}>
        <thead>
          <tr>
            <th scope="col">{t('results.coder.label')}</th>
            <th scope="col" className={result.number}>
              {t('reports.agreement.gold.both')}
            </th>
            <th scope="col" className={result.number}>
              {t('reports.agreement.gold.coder')}
            </th>
            <th scope="col" className={result.number}>
              {t('reports.agreement.gold.layer')}
            </th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          {figures.gold.map(({ coder, name, both, coderOnly, goldOnly, measures }) => (
            <tr key={coder}>
              <th scope="row">{name}</th>
              <td className={result.number}>{countText(both)}</td>
              <td className={result.number}>{countText(coderOnly)}</td>
              <td className={result.number}>{countText(goldOnly)}</td>
              <Measures measures={measures} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={result.note}>{t('adjudication.figures.note')}</p>
    </>
  );
}
