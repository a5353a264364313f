import { connect } from '../api/connection.ts';
import { joinedSentences } from '../features/results/sentences.ts';
import { useWords } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { StateIcon } from '../ui/state-icon.tsx';
import styles from './banner.module.css';

/** Says that the core cannot be reached, and that what was acknowledged is safe. */
export function ConnectionBanner() {
  const { t, language } = useWords();
  return (
    <div role="alert" className={`${styles.banner} ${styles.warn}`}>
      <StateIcon state="warn" />
      <span className={styles.text}>
        {joinedSentences(language, [t('app.connection.lost'), t('app.connection.retrying')])}
      </span>
      <Button look="plain" onPress={() => void connect()}>
        {t('app.connection.retry')}
      </Button>
    </div>
  );
}
