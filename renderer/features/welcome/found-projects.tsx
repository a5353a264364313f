import { useQuery } from '../../api/hooks.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import head from './open-project-dialog.module.css';
import styles from './recent-projects.module.css';

/** Projects lying in the projects folder that were not opened lately; nothing where there are none. */
export function FoundProjects({ onOpen }: { onOpen: (ticket: string) => void }) {
  const { t, language } = useWords();
  const { data: projects } = useQuery('project.found', {});
  if (!projects || projects.length === 0) return null;
  return (
    <section>
      <h3 className={head.head}>{t('welcome.found')}</h3>
      <ul>
        {projects.map((project) => (
          <li key={project.ticket}>
            <button type="button" className={styles.project} onClick={() => onOpen(project.ticket)}>
              <b className={styles.name}>{project.name}</b>
              <span className={styles.line}>
                <time dateTime={project.changedAt}>
                  {t('welcome.found.changed', { at: shortDateTime(project.changedAt, language) })}
                </time>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
