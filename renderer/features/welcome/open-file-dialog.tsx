import { useEffect, useState } from 'react';
import { isVerbatimError, VerbatimError } from '../../../shared/contract/errors.ts';
import { call } from '../../api/connection.ts';
import { discardFile, uploadFile } from '../../api/files.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { DamageRemedy } from '../backups/damage-remedy.tsx';
import { OpenEncryptedDialog } from '../protection/open-encrypted-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { isArchive, isEncryptedCopy } from './project-file.ts';

/** How long opening may take before anything is shown of it, in milliseconds. */
const patience = 400;

/** Opens a file the user chose or dropped; an encrypted copy asks for its passphrase. */
export function OpenFileDialog({ file }: { file: File }) {
  return isEncryptedCopy(file) ? <OpenEncryptedDialog file={file} /> : <OpenPlainFileDialog file={file} />;
}

/**
 * Opens a project file or an archive. A page does not know where the file lies: its bytes go to the core, which
 * keeps them as a file of the projects folder.
 */
function OpenPlainFileDialog({ file }: { file: File }) {
  const { t } = useWords();
  const [isLate, setLate] = useState(false);
  const [received, setReceived] = useState(0);
  const [error, setError] = useState<VerbatimError | null>(null);

  useEffect(() => {
    const running = new AbortController();
    const timer = setTimeout(() => setLate(true), patience);
    const open = async (): Promise<void> => {
      try {
        const ticket = await uploadFile(file, { signal: running.signal, onProgress: setReceived });
        const opening = isArchive(file) ? call('archive.restore', { ticket }) : call('project.open', { ticket });
        const project = await opening.catch((failure: unknown) => {
          discardFile(ticket);
          throw failure;
        });
        closeOverlay();
        showToast({ text: t('welcome.copied', { file: project.file }) });
      } catch (failure) {
        if (running.signal.aborted) return;
        setError(isVerbatimError(failure) ? failure : new VerbatimError('file_unreadable', { file: file.name }));
      }
    };
    void open();
    return () => {
      clearTimeout(timer);
      running.abort();
    };
  }, [file, t]);

  if (!isLate && !error) return null;
  return (
    <Dialog
      title={t('welcome.opening', { file: file.name })}
      onClose={closeOverlay}
      buttons={
        <>
          <Button autoFocus onPress={closeOverlay}>
            {t(error ? 'app.close' : 'app.cancel')}
          </Button>
          {error ? <DamageRemedy error={error} look="main" /> : null}
        </>
      }
    >
      {error ? (
        <ErrorNote error={error} />
      ) : (
        <p role="status">{t('welcome.opening.progress', { done: file.size === 0 ? 1 : received / file.size })}</p>
      )}
    </Dialog>
  );
}
