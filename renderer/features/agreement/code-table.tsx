import { useWords } from '../../i18n/text.ts';
import { coefficientText, countText, percentInSentence } from '../results/figures.ts';
import type { AgreementRow } from './agreement-rows.ts';
import styles from './code-table.module.css';

type CodeTableProps = { readonly row: AgreementRow; readonly coders: readonly string[] };

/** Percent agreement from which a κ below .667 needs an explanation. */
const high = 0.9;

/** The 2×2 table behind a code's figures, and why κ can be low where the percentage is high. */
export function CodeTable({ row, coders }: CodeTableProps) {
  const { t } = useWords();
  const { table, measures, prevalence } = row;
  const [first, second] = coders;
  if (table === null || first === undefined || second === undefined) return null;
  const { percentAgreement: percent, cohenKappa: kappa } = measures;
  const isPuzzling = 'value' in percent && 'value' in kappa && percent.value >= high && kappa.value < 0.667;
  const cells = [
    ['yes', table.n11, table.n10],
    ['no', table.n01, table.n00],
  ] as const;
  const share = 'value' in prevalence ? prevalence.value : 0;
  const byChance = share ** 2 + (1 - share) ** 2;
  return (
    <details className={styles.box} open={isPuzzling}>
      <summary>{t(isPuzzling ? 'agreement.two.why' : 'agreement.two.title')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('agreement.two.title')}</span>
            </th>
            <th scope="col">{t('agreement.two.by', { coder: second, coded: 'yes' })}</th>
            <th scope="col">{t('agreement.two.by', { coder: second, coded: 'no' })}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(([coded, yes, no]) => (
            <tr key={coded}>
              <th scope="row">{t('agreement.two.by', { coder: first, coded })}</th>
              <td>{countText(yes)}</td>
              <td>{countText(no)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isPuzzling ? (
        <p>
          {t('agreement.two.answer', {
            percent: percentInSentence(percent.value),
            kappa: coefficientText(kappa.value),
            chance: percentInSentence(byChance),
            prevalence: percentInSentence(share),
            both: countText(table.n11),
            single: countText(table.n10 + table.n01),
          })}
        </p>
      ) : null}
    </details>
  );
}
