import type { Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { AgreementMeasures } from '../../../shared/contract/methods/agreement.ts';
import { usualScope } from '../../../shared/analysis/unit-names.ts';
import { useWords } from '../../i18n/text.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { measureNames } from '../agreement/agreement-rows.ts';
import { countText } from '../results/figures.ts';
import { MeasureCell } from '../results/measure-cell.tsx';
import result from '../results/result.module.css';
import { namesInText } from '../results/sentences.ts';
import styles from './adjudication-screen.module.css';

type Figures = Output<'adjudication.figures'>;

function Measures({ measures }: { readonly measures: AgreementMeasures }) {
  return measureNames.map((name) => (
    <MeasureCell key={name} measure={measures[name]} isPercent={name === 'percentAgreement'} />
  ));
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
export function AdjudicationFigures({
  figures,
  coders,
  settings,
}: {
  readonly figures: Figures;
  readonly coders: readonly { readonly name: string }[];
  readonly settings: ParsedInput<'agreement.compute'>;
}) {
  const { t, language } = useWords();
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
      <p className={result.note}>
        {t('adjudication.figures.note', {
          coders: namesInText(
            language,
            coders.map(({ name }) => name),
          ),
          unit: t(`results.unit.${settings.unit}`),
          scope: t(`results.scope.${settings.scope ?? usualScope(settings.unit)}`),
        })}
      </p>
    </>
  );
}
