import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { useWords } from '../../i18n/text.ts';
import { showPassage } from '../../app/navigation.ts';
import { MarkedSign } from './marked-sign.tsx';
import { passagesByDocument } from './passage-groups.ts';
import styles from './passage-list.module.css';
import { PassagePlace } from './passage-place.tsx';

/** A passage; `marked` where it carries the marker of the analysis. */
type ListedPassage = Passage & { readonly marked?: boolean };

/** Passages under the name of their transcript; each opens its place. The words are the respondent's: reading face, own language. */
export function PassageList({ passages }: { passages: readonly ListedPassage[] }) {
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
                  <span className={styles.place}>
                    <PassagePlace place={passage} />
                    {passage.marked === true ? <MarkedSign text={t('results.marker.carried')} /> : null}
                  </span>
                  <span className={styles.quote} lang={passage.language} dir="auto">
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
