import type { Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { AgreementMeasures } from '../../../shared/contract/methods/agreement.ts';
import { usualScope } from '../../../shared/analysis/unit-names.ts';
import { useWords } from '../../i18n/text.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { measureHeads, type MeasureName, measuresFor } from '../agreement/agreement-rows.ts';
import { countText } from '../results/figures.ts';
import { MeasureCell } from '../results/measure-cell.tsx';
import result from '../results/result.module.css';
import { namesInText } from '../results/sentences.ts';
import styles from './adjudication-screen.module.css';

type Figures = Output<'adjudication.figures'>;

type MeasuresProps = { readonly names: readonly MeasureName[]; readonly measures: AgreementMeasures };

function Measures({ names, measures }: MeasuresProps) {
  return names.map((name) => (
    <MeasureCell key={name} measure={measures[name]} isPercent={name === 'percentAgreement'} />
  ));
}

function Heads({ names }: Pick<MeasuresProps, 'names'>) {
  const { t } = useWords();
  return names.map((name) => (
    <th key={name} scope="col" className={result.number}>
      {t(measureHeads[name][0])}
      <HelpMark of={name} />
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
  const ofAll = measuresFor(coders.length);
  const ofOne = measuresFor(2);
  return (
    <>
      <h2 className={styles.subtitle}>{t('adjudication.figures')}</h2>
      <table className={result.table} aria-label={t('adjudication.figures')}>
        <thead>
          <tr>
            <th scope="col">{t('adjudication.figures.pooled')}</th>
            <Heads names={ofAll} />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('reports.agreement.before')}</th>
            <Measures names={ofAll} measures={figures.before.pooled} />
          </tr>
          <tr>
            <th scope="row">{t('reports.agreement.after')}</th>
            <Measures names={ofAll} measures={figures.after.pooled} />
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
            <Heads names={ofOne} />
          </tr>
        </thead>
        <tbody>
          {figures.gold.map(({ coder, name, both, coderOnly, goldOnly, measures }) => (
            <tr key={coder}>
              <th scope="row">{name}</th>
              <td className={result.number}>{countText(both)}</td>
              <td className={result.number}>{countText(coderOnly)}</td>
              <td className={result.number}>{countText(goldOnly)}</td>
              <Measures names={ofOne} measures={measures} />
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
