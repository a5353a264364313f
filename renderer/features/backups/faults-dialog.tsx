import type { IntegrityFault } from '../../../shared/contract/methods/project.ts';
import { closeOverlay, openOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './faults-dialog.module.css';

/** Faults listed at most; a torn file can have thousands that say the same. */
const mostListed = 200;

/** What does not fit together in the project file, and what to do about it. */
export function FaultsDialog({ faults }: { faults: readonly IntegrityFault[] }) {
  const { t } = useWords();
  const more = faults.length - mostListed;
  return (
    <Dialog
      title={t('check.title')}
      width="wide"
      onClose={closeOverlay}
      buttons={
        <>
          <Button onPress={closeOverlay}>{t('app.close')}</Button>
          <Button look="main" onPress={() => openOverlay('restoreBackup')}>
            {t('command.backup.restore')}
          </Button>
        </>
      }
    >
      <p>{t('check.text')}</p>
      {/* The list scrolls: the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.list} tabIndex={0} aria-label={t('check.found', { count: faults.length })}>
        {faults.slice(0, mostListed).map(({ kind, detail }) => (
          <li key={`${kind} ${detail}`} className={styles.fault}>
            <b>{t(`check.kind.${kind}`)}</b>
            <span className={styles.detail}>{detail}</span>
          </li>
        ))}
        {more > 0 ? <li className={styles.fault}>{t('check.more', { count: more })}</li> : null}
      </ul>
    </Dialog>
  );
}
