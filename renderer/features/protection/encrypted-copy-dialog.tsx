import { useState } from 'react';
import { useJob } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useSaveAndClose } from '../../app/use-save-and-close.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import { PrivacyButton } from './privacy-button.tsx';

/** Asks twice for a passphrase and saves a copy of the project that only it opens. */
export function EncryptedCopyDialog() {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const { run, cancel, isRunning } = useJob('project.saveEncrypted');
  const { save, error } = useSaveAndClose(async () =>
    passphrase === null ? null : ((await run({ passphrase }))?.ticket ?? null),
  );
  const close = (): void => {
    cancel();
    closeOverlay();
  };
  return (
    <Dialog
      title={t('protection.encrypt.title')}
      onClose={close}
      buttons={<PrivacyButton />}
      confirm={{
        label: t(isRunning ? 'protection.encrypt.running' : 'protection.encrypt.save'),
        run: () => void save(),
        isDisabled: passphrase === null || isRunning,
      }}
      error={error}
    >
      <p>{t('protection.encrypt.text')}</p>
      <NewPassphrase onChange={setPassphrase} />
    </Dialog>
  );
}
