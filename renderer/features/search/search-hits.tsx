import { hitContext, type SearchHit } from '../../../shared/contract/methods/search.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { countText } from '../results/figures.ts';
import type { PassageGroup } from '../results/passage-groups.ts';
import { PassagePlace } from '../results/passage-place.tsx';
import { type ChosenHits, hitKey } from './chosen-hits.ts';
import styles from './search-hits.module.css';

type HitsProps = { readonly group: PassageGroup<SearchHit>; readonly chosen: ChosenHits };

/** The hits of one transcript; each opens its place, and can be chosen to be coded. */
export function SearchHits({ group, chosen }: HitsProps) {
  const { t } = useWords();
  const count = group.passages.filter((hit) => chosen.has(hit)).length;
  return (
    <section aria-label={group.name} className={styles.group}>
      <h2 className={styles.document}>
        <input
          type="checkbox"
          aria-label={t('search.choose.document', { name: group.name })}
          checked={count === group.passages.length}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < group.passages.length;
          }}
          onChange={(event) => chosen.set(group.passages, event.target.checked)}
        />
        {group.name}
        <span className={styles.count}>{countText(group.passages.length)}</span>
      </h2>
      <ul>
        {group.passages.map((hit) => (
          <li key={hitKey(hit)} className={styles.row}>
            <input
              type="checkbox"
              aria-label={t('search.choose', { words: hit.quote })}
              checked={chosen.has(hit)}
              onChange={(event) => chosen.set([hit], event.target.checked)}
            />
            <button type="button" className={styles.hit} onClick={() => showPassage(hit)}>
              <span className={styles.place}>
                <PassagePlace place={hit} />
              </span>
              <span className={styles.words} lang={hit.language} dir="auto" translate="no">
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
