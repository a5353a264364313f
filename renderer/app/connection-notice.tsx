import { connect, useConnection } from '../api/connection.ts';
import { useWords } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import styles from './connection-notice.module.css';

/** Fills the page while there is no project to show: connecting, in use elsewhere, or a link that no longer works. */
export function ConnectionNotice() {
  const { t } = useWords();
  const state = useConnection((s) => s.state);
  if (state === 'elsewhere')
    return (
      <main className={styles.notice}>
        <h1 className={styles.title}>{t('app.connection.elsewhere')}</h1>
        <p className={styles.text}>{t('app.connection.elsewhereText')}</p>
        <Button look="main" autoFocus onPress={() => void connect({ takeover: true })}>
          {t('app.connection.takeOver')}
        </Button>
      </main>
    );
  if (state === 'refused')
    return (
      <main className={styles.notice}>
        <h1 className={styles.title}>{t('app.connection.refused')}</h1>
        <p className={styles.text}>{t('app.connection.refusedText')}</p>
      </main>
    );
  return (
    <main className={styles.notice} aria-busy>
      <p className={styles.late} role="status">
        {t('app.connection.connecting')}
      </p>
    </main>
  );
}
