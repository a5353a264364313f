import { useEffect } from 'react';
import { openImport, showView, useNavigation } from '../../app/navigation.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFile } from '../../ui/choose-files.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { showUndoToast } from '../../app/undo-toast.ts';
import { fileNameOf } from '../../../shared/export/file-name.ts';
import result from '../results/result.module.css';
import { saveCsv } from '../../api/files.ts';
import { ExchangeReportView } from './exchange-report.tsx';
import styles from './exchange.module.css';
import { cancelExchange, importExchange, inspectExchange, stopImport, useExchange } from './exchange-state.ts';
import { reportCsv } from './report-csv.ts';

/** A project or codebook of another program as it would be taken over; nothing is stored before Import. */
export function ExchangeScreen() {
  const { t } = useWords();
  const project = useOpenProject();
  const waiting = useNavigation((navigation) => navigation.foreign);
  const { exchange } = useExchange();
  useEffect(() => {
    if (waiting === null) return;
    // Taken at once, so that coming back to this screen does not read it again.
    useNavigation.setState({ foreign: null });
    void inspectExchange(waiting);
  }, [waiting]);

  const leave = (): void => {
    cancelExchange();
    showView('code');
  };
  const take = async (): Promise<void> => {
    const report = await importExchange();
    if (!report) return;
    const codings = report.counts.find(({ element }) => element === 'Coding')?.imported ?? 0;
    showView('code');
    showUndoToast(t, t('exchange.done', { file: report.file, codings, documents: report.documents.length }));
  };

  if (exchange.kind === 'none')
    return (
      <div className={styles.top}>
        <h1 className={result.title}>{t('app.view.exchange')}</h1>
        <EmptyState
          title={t('exchange.empty.title')}
          text={t('exchange.empty.text')}
          action={
            <ChooseFile
              label={t('exchange.choose')}
              accept=".qdpx,.qdc,.qde,.qda,.sqlite3"
              onChoose={(file) => openImport([file])}
            />
          }
        />
      </div>
    );
  return (
    <div className={styles.screen}>
      <div className={`${styles.top} ${result.titlebar}`}>
        <h1 className={result.title}>{t('exchange.title', { file: exchange.name })}</h1>
        <p className={result.caption}>
          {exchange.kind === 'ready'
            ? t('exchange.caption', { origin: exchange.report.origin || 'none', project: project?.name ?? '' })
            : t('exchange.nothingYet')}
        </p>
      </div>
      <div className={styles.body}>
        {exchange.kind === 'ready' ? <ExchangeReportView report={exchange.report} /> : null}
        {exchange.kind === 'failed' ? <ErrorNote error={exchange.error} /> : null}
      </div>
      <footer className={styles.foot}>
        {exchange.kind === 'reading' || exchange.kind === 'importing' ? (
          <>
            <p className={styles.state} role="status">
              {t(`exchange.${exchange.kind}`, { file: exchange.name })}
            </p>
            <progress
              className={styles.bar}
              aria-label={t(`exchange.${exchange.kind}`, { file: exchange.name })}
              {...(exchange.progress
                ? { value: exchange.progress.done, max: Math.max(1, exchange.progress.total) }
                : {})}
            />
            <Button onPress={exchange.kind === 'importing' ? stopImport : leave}>{t('app.cancel')}</Button>
          </>
        ) : (
          <>
            <p className={styles.state}>{exchange.kind === 'ready' ? t('exchange.nothingYet') : null}</p>
            {exchange.kind === 'ready' ? (
              <Button
                onPress={() =>
                  saveCsv(`${fileNameOf(exchange.name, '–', t('exchange.report'))}.csv`, reportCsv(exchange.report))
                }
              >
                {t('exchange.saveReport')}
              </Button>
            ) : null}
            <Button onPress={leave}>{t('app.cancel')}</Button>
            {exchange.kind === 'ready' ? (
              <Button look="main" onPress={() => void take()}>
                {t('exchange.import')}
              </Button>
            ) : null}
          </>
        )}
      </footer>
    </div>
  );
}
