import type { Output } from '../../../shared/contract/methods.ts';
import { useWords } from '../../i18n/text.ts';
import result from '../results/result.module.css';
import styles from './survey-screen.module.css';

const shown = 200;

/** What importing would do to the project: cases made, cells changed with what stands there now, transcripts joined. */
export function ImportChanges({ preview }: { preview: Output<'survey.inspect'> }) {
  const { t } = useWords();
  const { created, changes, changeCount, unchanged, joined, unknownDocuments } = preview;
  return (
    <section aria-label={t('survey.import.changes')}>
      <h2>{t('survey.import.changes')}</h2>
      <p>{t('survey.import.changes.text', { created: created.length, changed: changeCount, unchanged })}</p>
      {joined.length > 0 ? (
        <p>
          {t('survey.import.joined', {
            count: joined.length,
            names: joined.map(({ case: of, document }) => `${of} – ${document}`).join(', '),
          })}
        </p>
      ) : null}
      {unknownDocuments.length > 0 ? (
        <p>{t('survey.import.unknown', { count: unknownDocuments.length, names: unknownDocuments.join(', ') })}</p>
      ) : null}
      {changes.length > 0 ? (
        <table className={`${result.table} ${styles.columns}`}>
          <thead>
            <tr>
              <th scope="col">{t('cases.column.name')}</th>
              <th scope="col">{t('survey.import.column')}</th>
              <th scope="col">{t('survey.import.before')}</th>
              <th scope="col">{t('survey.import.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shown).map(({ case: of, column, before, after }) => (
              <tr key={`${of} ${column}`}>
                <th scope="row">{of}</th>
                <td>{column}</td>
                <td>{before === '' ? t('cases.missing.empty') : before}</td>
                <td>{after === '' ? t('cases.missing.empty') : after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
