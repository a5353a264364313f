import { hitContext, type SearchHit } from '../../../shared/contract/methods/search.ts';
import { showPassage } from '../../app/navigation.ts';
import { countText } from '../results/figures.ts';
import type { PassageGroup } from '../results/passage-groups.ts';
import { PassagePlace } from '../results/passage-place.tsx';
import styles from './search-hits.module.css';

/** The hits of one transcript; each opens its place. */
export function SearchHits({ group }: { group: PassageGroup<SearchHit> }) {
  return (
    <section aria-label={group.name} className={styles.group}>
      <h2 className={styles.document}>
        {group.name}
        <span className={styles.count}>{countText(group.passages.length)}</span>
      </h2>
      <ul>
        {group.passages.map((hit) => (
          <li key={`${hit.start} ${hit.end}`}>
            <button type="button" className={styles.hit} onClick={() => showPassage(hit)}>
              <span className={styles.place}>
                <PassagePlace place={hit} />
              </span>
              <span className={styles.words} lang={hit.language} translate="no">
                {hit.before.length < hitContext ? hit.before : `…${hit.before}`}
                <mark className={styles.found}>{hit.quote}</mark>
                {hit.after.length < hitContext ? hit.after : `${hit.after}…`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
