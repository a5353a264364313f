import { useEffect } from 'react';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useQuery } from '../../api/hooks.ts';
import { openImport, showPassage, showView, useNavigation } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import result from '../results/result.module.css';
import { importableFiles, importInput } from './batch.ts';
import { FilePreview } from './file-preview.tsx';
import { FileSettings } from './file-settings.tsx';
import { FileTable } from './file-table.tsx';
import { addToBatch, discardBatch, importBatch, useImportBatch } from './import-batch.ts';
import { ImportFooter } from './import-footer.tsx';
import styles from './import-screen.module.css';

/** Files as they would be imported: what was found, how each is read, and its text; nothing is stored before Import. */
export function ImportScreen() {
  const { t } = useWords();
  const waiting = useNavigation((navigation) => navigation.files);
  // How far an import is, concerns the footer only.
  const files = useImportBatch((batch) => batch.files);
  const selected = useImportBatch((batch) => batch.selected);
  useEffect(() => {
    if (waiting.length === 0) return;
    // Taken at once, so that coming back to this screen does not add them again.
    useNavigation.setState({ files: [] });
    addToBatch(waiting);
  }, [waiting]);

  const file = files.find(({ key }) => key === selected) ?? files[0] ?? null;
  const input = file && file.reading.kind !== 'failed' ? importInput(file) : null;
  const { roles: _, ...asRead } = input ?? { ticket: '' };
  const { data } = useQuery('imports.preview', asRead, { enabled: input !== null, keepPrevious: false });
  const isOne = importableFiles(files).length > 0;

  const runImport = async (): Promise<void> => {
    const outcome = await importBatch();
    if (!outcome) return;
    const { documents, failed } = outcome;
    showToast({
      text:
        failed === 0
          ? t('imports.done', { count: documents.length })
          : t('imports.doneWithFailures', { count: documents.length, failed }),
    });
    // Who has gone to another screen meanwhile is not taken away from it.
    const isHere = useNavigation.getState().view === 'import';
    if (failed === 0 && documents[0] && isHere) showPassage({ document: documents[0], start: 0, end: 0 });
  };

  if (!file)
    return (
      <div className={styles.empty}>
        <h1 className={result.title}>{t('app.view.import')}</h1>
        <EmptyState
          title={t('imports.title.empty')}
          text={t('imports.empty.text')}
          action={
            <>
              <ChooseFiles label={t('imports.choose')} onChoose={openImport} />
              <PasteButton />
            </>
          }
        />
      </div>
    );
  return (
    <div className={styles.screen}>
      <div className={styles.files}>
        <div className={result.titlebar}>
          <h1 className={result.title}>{t('imports.title', { count: files.length })}</h1>
          <p className={result.caption}>{t('imports.caption')}</p>
          <div className={result.end}>
            <PasteButton />
            <ChooseFiles label={t('imports.add')} onChoose={openImport} />
          </div>
        </div>
        <div className={styles.table}>
          <FileTable files={files} selected={file.key} />
        </div>
      </div>
      <FileSettings file={file} preview={data ?? null} />
      <FilePreview file={file} preview={data ?? null} />
      <ImportFooter
        files={files}
        canImport={isOne}
        onCancel={() => {
          discardBatch();
          showView('code');
        }}
        onImport={runImport}
      />
    </div>
  );
}

function PasteButton() {
  const { t } = useWords();
  return <Button onPress={() => openOverlay('pasteText')}>{t('imports.paste')}</Button>;
}
