import type { ExchangeReport } from '../../../shared/contract/methods/exchange.ts';
import { useWords } from '../../i18n/text.ts';
import result from '../results/result.module.css';
import { elementWords } from './element-words.ts';
import styles from './exchange.module.css';
import { LossList } from './loss-list.tsx';

const firstElements = [
  'TextSource',
  'Code',
  'User',
  'PlainTextSelection',
  'Coding',
  'Note',
  'Case',
  'Variable',
  'VariableValue',
];

/** What researchers look for first, then the rest as it stands in the file. */
function inReadingOrder(counts: ExchangeReport['counts']): ExchangeReport['counts'] {
  const place = (element: string): number => {
    const first = firstElements.indexOf(element);
    return first < 0 ? firstElements.length : first;
  };
  return counts.toSorted((a, b) => place(a.element) - place(b.element));
}

/** What a file of another program holds, how its positions were read, and what of it has no place here. */
export function ExchangeReportView({ report }: { report: ExchangeReport }) {
  const { t, intl } = useWords();
  const figure = (value: number): string => intl.formatNumber(value);
  return (
    <>
      <Convention report={report} />
      <div className={styles.columns}>
        <table className={`${result.table} ${styles.counts}`}>
          <thead>
            <tr>
              <th scope="col">{t('exchange.column.element')}</th>
              {(['inFile', 'imported', 'present', 'lost'] as const).map((column) => (
                <th key={column} scope="col" className={result.number}>
                  {t(`exchange.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inReadingOrder(report.counts).map(({ element, inFile, imported, present, lost }) => (
              <tr key={element}>
                <th scope="row">{t('exchange.element', elementWords(element))}</th>
                <td className={result.number}>{figure(inFile)}</td>
                <td className={`${result.number} ${result.main}`}>{figure(imported)}</td>
                <td className={result.number}>{figure(present)}</td>
                <td className={result.number}>{lost === 0 ? '–' : figure(lost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={styles.beside}>
          {report.coders.length > 0 ? (
            <section>
              <h2 className={styles.head}>{t('exchange.coders')}</h2>
              <p>
                {report.coders
                  .map(({ name, codings }) => t('exchange.coder', { name, codings }))
                  .join(t('exchange.listSeparator'))}
              </p>
              <p className={result.note}>{t('exchange.attribution', { attribution: report.attribution })}</p>
            </section>
          ) : null}
          {report.losses.length > 0 ? (
            <section>
              <h2 className={styles.head}>{t('exchange.losses')}</h2>
              <LossList losses={report.losses} />
            </section>
          ) : null}
        </div>
      </div>
      {report.attention.length > 0 ? <Attention items={report.attention} /> : null}
    </>
  );
}

/** A name that messages can select by. */
function lineEndsKey({ lineEnds }: Pick<ExchangeReport['convention'], 'lineEnds'>): string {
  return lineEnds === 'as-in-file' ? 'kept' : 'one';
}

/** How places in the text were counted, and what speaks for it. */
function Convention({ report: { convention } }: { report: ExchangeReport }) {
  const { t, intl } = useWords();
  return (
    <section>
      <p>
        {t('exchange.convention', {
          unit: convention.unit,
          lineEnds: lineEndsKey(convention),
          decidedBy: convention.decidedBy,
          tested: convention.tested,
          margin: convention.margin,
        })}
      </p>
      {convention.evidence.length > 0 ? (
        <details className={styles.evidence}>
          <summary>{t('exchange.evidence')}</summary>
          <table className={result.table}>
            <thead>
              <tr>
                <th scope="col">{t('exchange.evidence.way')}</th>
                {(['score', 'names', 'edges', 'faults'] as const).map((column) => (
                  <th key={column} scope="col" className={result.number}>
                    {t(`exchange.evidence.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {convention.evidence.map(({ unit, lineEnds, score, names, edges, faults }) => (
                <tr key={`${unit} ${lineEnds}`}>
                  <th scope="row">{t('exchange.way', { unit, lineEnds: lineEndsKey({ lineEnds }) })}</th>
                  {[score, names, edges, faults].map((value, place) => (
                    <td key={['score', 'names', 'edges', 'faults'][place]} className={result.number}>
                      {intl.formatNumber(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </section>
  );
}

function Attention({ items }: { items: ExchangeReport['attention'] }) {
  const { t, intl } = useWords();
  const shown = items.slice(0, 200);
  return (
    <section>
      <h2 className={styles.head}>{t('exchange.attention', { count: items.length })}</h2>
      <p className={result.note}>{t('exchange.attention.text')}</p>
      <table className={`${result.table} ${styles.attention}`}>
        <thead>
          <tr>
            <th scope="col">{t('exchange.attention.document')}</th>
            <th scope="col">{t('exchange.attention.words')}</th>
            <th scope="col">{t('exchange.attention.codes')}</th>
            <th scope="col" className={result.number}>
              {t('exchange.attention.place')}
            </th>
            <th scope="col">{t('exchange.attention.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ guid, document, name, codes, start, end, reason }) => (
            <tr key={`${guid} ${document} ${start}`}>
              <th scope="row">{document}</th>
              <td className={styles.words}>{name === '' ? '–' : name}</td>
              <td>{codes.join(', ')}</td>
              <td className={result.number}>
                {start === null || end === null ? '–' : `${intl.formatNumber(start)}–${intl.formatNumber(end)}`}
              </td>
              <td>{t('exchange.attention.because', { reason })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > shown.length ? (
        <p className={result.note}>{t('exchange.attention.more', { count: items.length - shown.length })}</p>
      ) : null}
    </section>
  );
}
