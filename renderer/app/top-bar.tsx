import { useWords } from '../i18n/text.ts';
import { Tag } from '../ui/tag.tsx';
import { openOverlay } from './commands/overlays.ts';
import { isMac, keysShown } from './commands/keys.ts';
import { showRoom, useNavigation } from './navigation.ts';
import { passingViews, roomOf, rooms } from './rooms.ts';
import styles from './top-bar.module.css';
import type { OpenProject } from './use-open-project.ts';

/** The project's name, the rooms, and the field that opens the palette. */
export function TopBar({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const view = useNavigation((s) => s.view);
  return (
    <header className={styles.bar}>
      <div className={styles.project}>
        <b className={styles.name} lang={project.language}>
          {project.name}
        </b>
        {project.synthetic ? <Tag>{t('app.sample')}</Tag> : null}
      </div>
      <nav className={styles.tabs} aria-label={t('app.views')}>
        {rooms.map((room) => (
          <button
            key={room.name}
            type="button"
            className={styles.tab}
            data-word={t(room.title)}
            aria-current={room === roomOf(view) ? 'page' : undefined}
            onClick={() => showRoom(room)}
          >
            {t(room.title)}
          </button>
        ))}
        {passingViews.includes(view) ? (
          <span className={styles.tab} aria-current="page">
            {t(`app.view.${view}`)}
          </span>
        ) : null}
      </nav>
      <button
        type="button"
        className={styles.find}
        onClick={() => openOverlay('palette')}
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      >
        <span className={styles.findText}>{t('app.find')}</span>
        <kbd aria-hidden>{keysShown('Mod+K')}</kbd>
      </button>
    </header>
  );
}
