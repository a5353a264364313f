import { useState } from 'react';
import { isVerbatimError, VerbatimError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { Document } from '../../../shared/contract/schema/entities.ts';
import { useJob } from '../../api/hooks.ts';
import { useChosenFile } from '../../api/use-chosen-file.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFile } from '../../ui/choose-files.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ReimportPreview } from './reimport-preview.tsx';

type Preview = Output<'reimport.preview'> & { readonly ticket: string };

/** Puts a corrected file in place of a transcript: choose it, look at what it changes, take it over or leave it. */
export function ReimportDialog({ document }: { document: Pick<Document, 'id' | 'name' | 'language'> }) {
  const { t } = useWords();
  const ask = useChosenFile();
  const preview = useJob('reimport.preview');
  const commit = useJob('reimport.commit');
  const [shown, setShown] = useState<Preview | null>(null);
  const [error, setError] = useState<VerbatimError | null>(null);
  const isBusy = preview.isRunning || commit.isRunning;

  const fail = (failure: unknown, file: string): void =>
    setError(isVerbatimError(failure) ? failure : new VerbatimError('file_unreadable', { file }));

  const choose = async (file: File): Promise<void> => {
    setError(null);
    setShown(null);
    try {
      setShown(
        await ask(file, async (ticket) => {
          const answer = await preview.run({ document: document.id, file: { ticket } });
          return answer && { ...answer, ticket };
        }),
      );
    } catch (failure) {
      fail(failure, file.name);
    }
  };

  const take = async ({ ticket, textHash, file }: Preview): Promise<void> => {
    try {
      const done = await commit.run({ document: document.id, file: { ticket }, base: textHash });
      if (!done) return;
      closeOverlay();
      showToast({ text: t('reimport.done', { name: document.name, review: done.doubtful + done.lost }) });
    } catch (failure) {
      fail(failure, file);
    }
  };

  const close = (): void => {
    preview.cancel();
    commit.cancel();
    closeOverlay();
  };

  return (
    <Dialog
      title={t('reimport.title', { name: document.name })}
      width="wide"
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          {shown ? (
            <Button look="main" isDisabled={isBusy} onPress={() => void take(shown)}>
              {t('reimport.take')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t('reimport.text')}</p>
      {isBusy ? (
        <p role="status">{t('reimport.comparing')}</p>
      ) : (
        <div>
          <ChooseFile label={t('reimport.choose')} onChoose={(file) => void choose(file)} />
        </div>
      )}
      {error ? <ErrorNote error={error} /> : null}
      {shown ? <ReimportPreview preview={shown} language={document.language} /> : null}
    </Dialog>
  );
}
