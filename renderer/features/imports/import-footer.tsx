import { errorMessage } from '../../../shared/messages/error-message.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../results/rich-text.tsx';
import { type BatchFile, importableFiles, isReading } from './batch.ts';
import { cancelImport, useImportBatch } from './import-batch.ts';
import { readableFailure } from './failure-text.ts';
import styles from './import-footer.module.css';

type ImportFooterProps = {
  readonly files: readonly BatchFile[];
  readonly canImport: boolean;
  readonly onCancel: () => void;
  readonly onImport: () => Promise<void>;
};

/** How many files go in, why others do not, and the one main button; while it runs, how far it is. */
export function ImportFooter({ files, canImport, onCancel, onImport }: ImportFooterProps) {
  const { t, say } = useWords();
  const running = useImportBatch(({ running }) => running);
  const count = importableFiles(files).length;
  const failed = files.find(({ reading }) => reading.kind === 'failed');
  if (running)
    return (
      <footer className={styles.footer}>
        <p className={styles.words} role="status">
          {t(running.isStoring ? 'imports.storing' : 'imports.progress', { done: running.done, total: running.total })}
        </p>
        <progress
          className={styles.bar}
          aria-label={t('imports.progress.label')}
          value={running.done}
          max={Math.max(1, running.total)}
        />
        <Button onPress={cancelImport}>{t('imports.cancel')}</Button>
      </footer>
    );
  return (
    <footer className={styles.footer}>
      <p className={styles.words} role="status">
        <RichText id="imports.footer" values={{ chosen: count, total: files.length }} />
        {failed?.reading.kind === 'failed' ? (
          <span className={styles.reason}>{say(errorMessage(readableFailure(failed.reading.error)))}</span>
        ) : null}
      </p>
      <Button onPress={onCancel}>{t('imports.cancel')}</Button>
      <Button look="main" isDisabled={!canImport || isReading(files)} onPress={() => void onImport()}>
        {t('imports.import', { count })}
      </Button>
    </footer>
  );
}
