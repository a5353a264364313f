import { useState } from 'react';
import { isVerbatimError, VerbatimError } from '../../../shared/contract/errors.ts';
import { call } from '../../api/connection.ts';
import { discardFile, uploadFile } from '../../api/files.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';

/** A file the user chose or dropped, or one the core knows by its ticket. */
type Encrypted = File | { readonly ticket: string; readonly name: string };

/** Asks for the passphrase of an encrypted copy or a locked project and opens what is in it. */
export function OpenEncryptedDialog({ file }: { file: Encrypted }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<VerbatimError | null>(null);
  const open = async (): Promise<void> => {
    setRunning(true);
    setError(null);
    try {
      const ticket = file instanceof File ? await uploadFile(file) : file.ticket;
      const project = await call('project.openEncrypted', { ticket, passphrase }).catch((failure: unknown) => {
        if (file instanceof File) discardFile(ticket);
        throw failure;
      });
      closeOverlay();
      if (file instanceof File) showToast({ text: t('welcome.copied', { file: project.file }) });
    } catch (failure) {
      setError(isVerbatimError(failure) ? failure : new VerbatimError('file_unreadable', { file: file.name }));
    } finally {
      setRunning(false);
    }
  };
  return (
    <Dialog
      title={t('protection.open.title', { file: file.name })}
      onClose={closeOverlay}
      confirm={{
        label: t(isRunning ? 'protection.open.running' : 'protection.open.open'),
        run: () => void open(),
        isDisabled: passphrase === '' || isRunning,
      }}
      error={error}
    >
      <Field label={t('protection.passphrase')} value={passphrase} onChange={setPassphrase} secret autoFocus />
    </Dialog>
  );
}
