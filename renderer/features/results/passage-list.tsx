import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { showPassage } from '../../app/navigation.ts';
import { clockTime } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/text.ts';
import { passagesByDocument } from './passage-groups.ts';
import styles from './passage-list.module.css';

/** Who speaks and where: "R01, turn 14", "Outside turns"; the time where the transcript has one. */
export function passagePlace(t: Words['t'], passage: Pick<Passage, 'speaker' | 'turn' | 'time'>): string {
  if (passage.turn === null) return t('results.passages.outside');
  const place =
    passage.speaker === null
      ? t('results.passages.turn', { turn: passage.turn })
      : t('results.passages.place', { speaker: passage.speaker, turn: passage.turn });
  return passage.time === null ? place : `${place}\u2002${clockTime(passage.time)}`;
}

/** Passages under the name of their transcript; each opens its place. The words are the respondent's: reading face, own language. */
export function PassageList({ passages }: { passages: readonly Passage[] }) {
  const { t } = useWords();
  return (
    <div className={styles.groups}>
      {passagesByDocument(passages).map((group) => (
        <section key={group.document} aria-label={group.name}>
          <h3 className={styles.document}>{group.name}</h3>
          <ul>
            {group.passages.map((passage) => (
              <li key={`${passage.start} ${passage.end} ${passage.coders.join(' ')}`}>
                <button type="button" className={styles.passage} onClick={() => showPassage(passage)}>
                  <span className={styles.place} lang={passage.language}>
                    {passagePlace(t, passage)}
                  </span>
                  <span className={styles.quote} lang={passage.language}>
                    {passage.quote}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
