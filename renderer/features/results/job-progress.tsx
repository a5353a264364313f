import type { JobName } from '../../../shared/contract/methods.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './job-progress.module.css';
import type { BackgroundJob } from './use-background-job.ts';

/** How far a test in the background is, with Cancel; nothing while there is none. */
export function JobProgress({ job, label }: { job: Omit<BackgroundJob<JobName>, 'answer'>; label: string }) {
  const { t } = useWords();
  if (!job.isRunning || !job.progress) return null;
  const { done, total } = job.progress;
  return (
    <div className={styles.progress}>
      <span>
        {label} {t('results.progress', { done, total })}
      </span>
      <progress value={done} max={total} aria-label={label} className={styles.bar} />
      <Button look="plain" onPress={job.cancel}>
        {t('results.cancel')}
      </Button>
    </div>
  );
}
