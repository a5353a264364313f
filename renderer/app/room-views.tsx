import { useWords } from '../i18n/text.ts';
import { showView, useNavigation } from './navigation.ts';
import { roomOf } from './rooms.ts';
import styles from './room-views.module.css';

/** The views of the room that is open, where it has more than one. */
export function RoomViews() {
  const { t } = useWords();
  const view = useNavigation((s) => s.view);
  const room = roomOf(view);
  if (!room || room.views.length < 2) return null;
  return (
    <nav className={styles.row} aria-label={t(room.title)}>
      {room.views.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.view}
          data-word={t(`app.view.${name}`)}
          aria-current={name === view ? 'page' : undefined}
          onClick={() => showView(name)}
        >
          {t(`app.view.${name}`)}
        </button>
      ))}
    </nav>
  );
}
