import { useState } from 'react';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './protection.module.css';

type PurgeDialogProps = {
  readonly of: { readonly id: CaseId; readonly name: string };
  readonly onClose: () => void;
};

/** Asks before a respondent is taken out for good: what goes with them is listed, and has to be said to be understood. */
export function PurgeDialog({ of, onClose }: PurgeDialogProps) {
  const { t } = useWords();
  const [isUnderstood, setUnderstood] = useState(false);
  const { mutate: purge, isPending, error } = useCommand('cases.purge', { ownErrors: true });
  const go = (): void =>
    purge(
      { case: of.id, confirmed: true },
      {
        onSuccess: ({ documents, backups }) => {
          showToast({ text: t('protection.purge.done', { documents, backups }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('protection.purge.title', { name: of.name })}
      onClose={onClose}
      buttons={
        <>
          <Button autoFocus onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="main" isDisabled={!isUnderstood || isPending} onPress={go}>
            {t(isPending ? 'protection.purge.running' : 'protection.purge')}
          </Button>
        </>
      }
    >
      <ul className={styles.what}>
        {(['documents', 'case', 'past', 'undo'] as const).map((what) => (
          <li key={what}>{t(`protection.purge.${what}`)}</li>
        ))}
      </ul>
      <p>{t('protection.purge.left')}</p>
      <label className={styles.check}>
        <input type="checkbox" checked={isUnderstood} onChange={(event) => setUnderstood(event.target.checked)} />
        {t('protection.purge.understood')}
      </label>
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
