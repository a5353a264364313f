import type { RecentProject } from '../../../shared/contract/methods/project.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './recent-projects.module.css';

type RecentProps = {
  readonly projects: readonly RecentProject[];
  readonly onOpen: (ticket: string) => void;
};

/** Projects opened before, newest first; one whose file is gone stays, so that its drive can be connected. */
export function RecentProjects({ projects, onOpen }: RecentProps) {
  const { t, language } = useWords();
  if (projects.length === 0) return <p className={styles.none}>{t('welcome.recent.none')}</p>;
  return (
    <ul>
      {projects.map((project) => (
        <li key={project.ticket}>
          <button
            type="button"
            className={styles.project}
            disabled={project.missing}
            onClick={() => onOpen(project.ticket)}
          >
            <span className={styles.name}>
              <b>{project.name}</b>
              {project.synthetic ? <Tag>{t('app.sample')}</Tag> : null}
            </span>
            <span className={styles.line}>
              <span>
                {project.missing
                  ? t('welcome.recent.missing')
                  : t('welcome.recent.counts', { documents: project.documents, codings: project.codings })}
              </span>
              <time dateTime={project.openedAt}>{shortDateTime(project.openedAt, language)}</time>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
