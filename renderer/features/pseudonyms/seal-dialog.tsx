import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Tick } from '../../ui/tick.tsx';
import { LeavingList } from './leaving-list.tsx';
import { listInput, lookForNames } from './pseudonyms-state.ts';
import styles from './seal-dialog.module.css';

/** Asks twice, since it is for good: what sealing takes away is listed, and has to be said to be understood. */
export function SealDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [isUnderstood, setUnderstood] = useState(false);
  const { mutate: seal, isPending, error, data } = useCommand('pseudonyms.seal', { ownErrors: true });
  const input = listInput();
  if (data)
    return (
      <Dialog
        title={t('pseudonyms.sealed.title')}
        onClose={onClose}
        buttons={<Button onPress={onClose}>{t('pseudonyms.close')}</Button>}
      >
        <p>{t('pseudonyms.sealed.text', { originals: data.originals, backups: data.backups })}</p>
        <LeavingList leaving={data.leaving} isSealed />
      </Dialog>
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('pseudonyms.seal.title')}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="main"
            isDisabled={!isUnderstood || input === null || isPending}
            onPress={() => input && seal({ ...input, confirmed: true }, { onSuccess: () => void lookForNames() })}
          >
            {t('pseudonyms.seal')}
          </Button>
        </>
      }
    >
      <ul className={styles.what}>
        {(['history', 'originals', 'backups', 'labels'] as const).map((what) => (
          <li key={what}>{t(`pseudonyms.seal.${what}`)}</li>
        ))}
      </ul>
      <p>{t('pseudonyms.seal.left')}</p>
      <Tick label={<b>{t('pseudonyms.seal.understood')}</b>} isTicked={isUnderstood} onChange={setUnderstood} />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
