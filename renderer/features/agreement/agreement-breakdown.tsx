import { useState } from 'react';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { AgreementBreakdown, AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { countText } from '../results/figures.ts';
import { FigureButton } from '../results/figure-button.tsx';
import { MeasureFigure } from '../results/measure-figure.tsx';
import result from '../results/result.module.css';
import { measureHeads, measuresFor } from './agreement-rows.ts';
import type { NarrowedTo } from './narrowed.tsx';
import styles from './agreement-breakdown.module.css';

type By = 'document' | 'pair';
type Part = Pick<AgreementBreakdown['documents'][number], 'n' | 'pooled'> & { readonly to: NarrowedTo };

type PartsProps = {
  readonly settings: ParsedInput<'agreement.compute'>;
  readonly by: By;
  readonly coders: AgreementResult['coders'];
  /** Shows where the coders differ in this transcript, or these two coders. */
  readonly onOpen: (to: NarrowedTo) => void;
};

/** The figures of each transcript, or of every two coders, all codes pooled; computed when they are opened. */
export function AgreementParts({ settings, by, coders, onOpen }: PartsProps) {
  const { t } = useWords();
  const cells = useRovingCells<HTMLTableSectionElement>();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery('agreement.breakdown', { ...settings, by }, { enabled: isOpen, keepPrevious: true });
  const title = t(by === 'document' ? 'reports.agreement.byDocument' : 'reports.agreement.byPair');
  const measures = measuresFor(by === 'pair' ? 2 : coders.length);
  const idOf = new Map(coders.map(({ id, name }) => [name, id]));
  const parts: readonly Part[] = data
    ? [
        ...data.documents.map(({ document, n, pooled }) => ({
          to: { name: document.name, settings: { documents: [document.id] } },
          n,
          pooled,
        })),
        ...data.pairs.map(({ coders: pair, n, pooled }) => ({
          to: { name: pair.join(' – '), settings: { coders: pair.flatMap((name) => idOf.get(name) ?? []) } },
          n,
          pooled,
        })),
      ]
    : [];
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
            {measures.map((name) => (
              <th key={name} scope="col" className={result.number}>
                {t(measureHeads[name][0])}
                <HelpMark of={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={cells}>
          {parts.map(({ to, n, pooled }, place) => (
            <tr key={to.name}>
              <th scope="row">
                <button type="button" className={styles.name} onClick={() => onOpen(to)} {...cellAt(place, 0)}>
                  {to.name}
                </button>
              </th>
              <td className={result.number}>
                <FigureButton
                  row={place}
                  column={1}
                  text={countText(n)}
                  label={t('agreement.cell', { code: to.name, column: 'N', value: countText(n) })}
                  onOpen={() => onOpen(to)}
                />
              </td>
              {measures.map((name, at) => (
                <MeasureFigure
                  key={name}
                  row={place}
                  column={at + 2}
                  measure={pooled[name]}
                  isPercent={name === 'percentAgreement'}
                  isMain={name === 'krippendorffAlpha'}
                  of={to.name}
                  head={t(measureHeads[name][1])}
                  onOpen={() => onOpen(to)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
