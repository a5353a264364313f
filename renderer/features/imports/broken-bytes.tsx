import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { type BatchFile, shownVerdict } from './batch.ts';
import styles from './broken-bytes.module.css';
import { overruleFile } from './import-batch.ts';

/** Bytes that are not of the encoding: the file stays out unless the user wants it all the same, and then every place is listed. */
export function BrokenBytes({ file }: { file: BatchFile }) {
  const { t } = useWords();
  if (file.reading.kind === 'failed') {
    if (file.reading.error.code !== 'file_encoding') return null;
    return (
      <section className={styles.broken} aria-label={t('imports.broken')}>
        <p>{t('imports.broken.refused')}</p>
        <Button onPress={() => overruleFile(file.key, { undecodable: 'replaced' })}>
          {t('imports.broken.anyway')}
        </Button>
      </section>
    );
  }
  const { count, places } = shownVerdict(file)?.replaced ?? { count: 0, places: [] };
  if (count === 0) return null;
  return (
    <section className={styles.broken} aria-label={t('imports.broken')}>
      <p role="status">{t('imports.broken.replaced', { count })}</p>
      <ol className={styles.places}>
        {places.map(({ line, around }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- places have no other identity and never move
          <li key={place}>
            <span className={styles.line}>{t('imports.broken.line', { line })}</span>
            <q translate="no">{around}</q>
          </li>
        ))}
      </ol>
      {count > places.length ? <p>{t('imports.broken.more', { count: count - places.length })}</p> : null}
      <Button onPress={() => overruleFile(file.key, { undecodable: undefined })}>{t('imports.broken.back')}</Button>
    </section>
  );
}
