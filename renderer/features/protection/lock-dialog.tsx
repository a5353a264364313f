import { useState } from 'react';
import { isVerbatimError, type VerbatimError } from '../../../shared/contract/errors.ts';
import { useJob } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Tick } from '../../ui/tick.tsx';
import { showToast } from '../../ui/toast.tsx';
import { NewPassphrase } from './new-passphrase.tsx';

/** Closes the project and leaves it as a file that only a passphrase opens. */
export function LockDialog() {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [replace, setReplace] = useState(false);
  const [error, setError] = useState<VerbatimError | null>(null);
  const { run, cancel, isRunning } = useJob('protection.lock');
  const lock = async (): Promise<void> => {
    if (passphrase === null) return;
    setError(null);
    try {
      const locked = await run({ passphrase, replace });
      if (!locked) return;
      closeOverlay();
      showToast({ text: t('protection.lock.done', { file: locked.file }) });
    } catch (failure) {
      if (isVerbatimError(failure)) setError(failure);
      else throw failure;
    }
  };
  const standing = error?.code === 'project_exists' ? error : null;
  const close = (): void => {
    cancel();
    closeOverlay();
  };
  return (
    <Dialog
      title={t('protection.lock.title')}
      onClose={close}
      confirm={{
        label: t(isRunning ? 'protection.encrypt.running' : 'protection.lock.do'),
        run: () => void lock(),
        isDisabled: passphrase === null || isRunning,
      }}
    >
      <p>{t('protection.lock.text')}</p>
      <NewPassphrase onChange={setPassphrase} />
      {standing || replace ? (
        <Tick label={<b>{t('protection.lock.replace')}</b>} isTicked={replace} onChange={setReplace} />
      ) : null}
      {error && !standing ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
