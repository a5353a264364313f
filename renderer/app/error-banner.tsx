import { errorMessage } from '../../shared/messages/error-message.ts';
import { DamageRemedy } from '../features/backups/damage-remedy.tsx';
import { useWords } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { StateIcon } from '../ui/state-icon.tsx';
import styles from './banner.module.css';
import { dismissError, useReportedError } from '../api/error-report.ts';

/** The last failure that has no place of its own; it stays until it is dismissed. */
export function ErrorBanner() {
  const { t, say } = useWords();
  const { error, again } = useReportedError();
  if (!error) return null;
  return (
    <div role="alert" className={`${styles.banner} ${styles.bad}`}>
      <StateIcon state="bad" />
      <span className={styles.text}>{say(errorMessage(error.toWire()))}</span>
      <DamageRemedy error={error} />
      {again ? (
        <Button look="plain" onPress={again}>
          {t('app.fault.again')}
        </Button>
      ) : null}
      <Button look="icon" aria-label={t('app.dismiss')} onPress={dismissError}>
        <CloseIcon />
      </Button>
    </div>
  );
}
