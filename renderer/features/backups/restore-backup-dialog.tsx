import { useCommand, useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { reasonText } from './reason-text.ts';
import styles from './restore-backup-dialog.module.css';

/** Every backup on this computer; the one chosen becomes a project of its own and is opened. */
export function RestoreBackupDialog() {
  const { t, say, language } = useWords();
  const { data: backups, error: unread } = useQuery('backups.list', {}, { ownErrors: true });
  const restore = useCommand('backups.restore', { ownErrors: true });
  const error = unread ?? restore.error;
  return (
    <Dialog
      title={t('backups.title')}
      width="wide"
      onClose={closeOverlay}
      buttons={
        <Button autoFocus onPress={closeOverlay}>
          {t('app.cancel')}
        </Button>
      }
    >
      <p>{t('backups.text')}</p>
      {error ? <ErrorNote error={error} /> : null}
      {backups?.length === 0 ? <p className={styles.none}>{t('backups.none')}</p> : null}
      {backups && backups.length > 0 ? (
        <ul className={styles.list} aria-label={t('backups.list')}>
          {backups.map(({ ticket, name, at, reason, documents, codings }) => (
            <li key={ticket}>
              <button
                type="button"
                className={styles.backup}
                disabled={restore.isPending}
                onClick={() => restore.mutate({ ticket }, { onSuccess: closeOverlay })}
              >
                <b className={styles.name}>{name}</b>
                <time dateTime={at}>{shortDateTime(at, language)}</time>
                <span className={styles.more}>{say(reasonText(reason))}</span>
                <span className={styles.more}>{t('backups.entry', { documents, codings })}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
