import { useState } from 'react';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { AgreementBreakdown } from '../../../shared/contract/methods/agreement.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { countText } from '../results/figures.ts';
import { MeasureCell } from '../results/measure-cell.tsx';
import result from '../results/result.module.css';
import { measureNames } from './agreement-rows.ts';
import styles from './agreement-breakdown.module.css';

type By = 'document' | 'pair';
type Part = Pick<AgreementBreakdown['documents'][number], 'n' | 'pooled'> & { readonly name: string };

/** The figures of each transcript, or of every two coders, all codes pooled; computed when they are opened. */
export function AgreementParts({
  settings,
  by,
}: {
  readonly settings: ParsedInput<'agreement.compute'>;
  readonly by: By;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery('agreement.breakdown', { ...settings, by }, { enabled: isOpen, keepPrevious: true });
  const title = t(by === 'document' ? 'reports.agreement.byDocument' : 'reports.agreement.byPair');
  const parts: readonly Part[] = data
    ? [
        ...data.documents.map(({ document, n, pooled }) => ({ name: document.name, n, pooled })),
        ...data.pairs.map(({ coders, n, pooled }) => ({ name: coders.join(' – '), n, pooled })),
      ]
    : [];
  const heads = [
    t('agreement.column.percent'),
    t('agreement.column.kappa'),
    t('agreement.column.alpha'),
    t('agreement.column.ac1'),
    t('agreement.column.f1'),
  ];
  return (
    <details className={styles.parts} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <table className={result.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t(by === 'document' ? 'rounds.column.documents' : 'reports.coders')}</th>
            <th scope="col" className={result.number}>
              N
            </th>
            {measureNames.map((name, place) => (
              <th key={name} scope="col" className={result.number}>
                {heads[place]}
                <HelpMark of={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, n, pooled }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={result.number}>{countText(n)}</td>
              {measureNames.map((measure) => (
                <MeasureCell key={measure} measure={pooled[measure]} isPercent={measure === 'percentAgreement'} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
