import { explainedLowKappa } from '../../../shared/agreement/coded-units/low-kappa.ts';
import { lowKappaText } from '../../../shared/report/agreement-methods.ts';
import { useWords } from '../../i18n/text.ts';
import { countText } from '../results/figures.ts';
import type { AgreementRow } from './agreement-rows.ts';
import styles from './code-table.module.css';

type CodeTableProps = { readonly row: AgreementRow; readonly coders: readonly string[] };

/** The 2×2 table behind a code's figures, and why κ can be low where the percentage is high. */
export function CodeTable({ row, coders }: CodeTableProps) {
  const { t } = useWords();
  const { table } = row;
  const [first, second] = coders;
  if (table === null || first === undefined || second === undefined) return null;
  const puzzle = explainedLowKappa(row);
  const cells = [
    ['yes', table.n11, table.n10],
    ['no', table.n01, table.n00],
  ] as const;
  return (
    <details className={styles.box} open={puzzle !== null}>
      <summary>{t(puzzle ? 'agreement.two.why' : 'agreement.two.title')}</summary>
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
      {puzzle ? <p>{lowKappaText(t, puzzle)}</p> : null}
    </details>
  );
}
