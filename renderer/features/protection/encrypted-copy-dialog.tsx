import { useState } from 'react';
import { isVerbatimError, type VerbatimError } from '../../../shared/contract/errors.ts';
import { downloadTicket } from '../../api/files.ts';
import { useJob } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { PrivacyButton } from './privacy-button.tsx';

const shortest = 8;

/** Asks twice for a passphrase and saves a copy of the project that only it opens. */
export function EncryptedCopyDialog() {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<VerbatimError | null>(null);
  const { run, isRunning } = useJob('project.saveEncrypted');
  const isFit = Array.from(passphrase).length >= shortest && passphrase === again;
  const differs = again !== '' && !passphrase.startsWith(again);
  const save = async (): Promise<void> => {
    if (!isFit) return;
    try {
      const made = await run({ passphrase });
      if (!made) return;
      await downloadTicket(made.ticket);
      closeOverlay();
    } catch (failure) {
      if (isVerbatimError(failure)) setError(failure);
      else throw failure;
    }
  };
  return (
    <Dialog
      title={t('protection.encrypt.title')}
      onClose={closeOverlay}
      buttons={
        <>
          <PrivacyButton />
          <Button onPress={closeOverlay}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={!isFit || isRunning} onPress={() => void save()}>
            {t(isRunning ? 'protection.encrypt.running' : 'protection.encrypt.save')}
          </Button>
        </>
      }
    >
      <p>{t('protection.encrypt.text')}</p>
      <Field
        label={t('protection.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        hint={t('protection.passphrase.hint', { shortest })}
        secret
        autoFocus
      />
      <Field
        label={t('protection.passphrase.again')}
        value={again}
        onChange={setAgain}
        {...(differs ? { hint: t('protection.passphrase.differs') } : {})}
        secret
        onEnter={() => void save()}
      />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
