import { create } from 'zustand';
import type { ProjectId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from '../../app/banner.module.css';

/** Projects whose warning has been read, as long as the window is open. */
const useRead = create<{ projects: ReadonlySet<ProjectId> }>(() => ({ projects: new Set() }));

/** Says that the project lies where a service copies it by itself, until that has been read. */
export function SyncBanner({ project, service }: { project: ProjectId; service: string }) {
  const { t } = useWords();
  const isRead = useRead(({ projects }) => projects.has(project));
  if (isRead) return null;
  return (
    <div role="status" className={`${styles.banner} ${styles.warn}`}>
      <StateIcon state="warn" />
      <span className={styles.text}>{t('backups.sync', { service })}</span>
      <Button
        look="icon"
        aria-label={t('app.dismiss')}
        onPress={() => useRead.setState(({ projects }) => ({ projects: new Set([...projects, project]) }))}
      >
        <CloseIcon />
      </Button>
    </div>
  );
}
