import { errorMessage } from '../../../shared/messages/error-message.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../results/rich-text.tsx';
import { type BatchFile, failedFiles, importableFiles, isReading, nextFailed } from './batch.ts';
import { cancelImport, selectFile, useImportBatch } from './import-batch.ts';
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
  const { t } = useWords();
  const running = useImportBatch(({ running }) => running);
  const count = importableFiles(files).length;
  const failed = failedFiles(files).length;
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
        <Failures files={failedFiles(files)} />
      </p>
      {failed > 1 ? <Button onPress={showNextFailed}>{t('imports.footer.next')}</Button> : null}
      <Button onPress={onCancel}>{t('imports.cancel')}</Button>
      <Button look="main" isDisabled={!canImport || isReading(files)} onPress={() => void onImport()}>
        {t('imports.import', { count })}
      </Button>
    </footer>
  );
}

/** One file that cannot go in with its reason; of several how many: each has its reason in the list. */
function Failures({ files }: { files: readonly BatchFile[] }) {
  const { t, say } = useWords();
  const reading = files[0]?.reading;
  if (reading?.kind !== 'failed') return null;
  return (
    <span className={styles.reason}>
      {files.length === 1
        ? say(errorMessage(readableFailure(reading.error)))
        : t('imports.footer.failed', { count: files.length })}
    </span>
  );
}

function showNextFailed(): void {
  const { files, selected } = useImportBatch.getState();
  const next = nextFailed(files, selected);
  if (next) selectFile(next.key);
}
