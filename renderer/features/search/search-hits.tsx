import { hitContext, type SearchHit } from '../../../shared/contract/methods/search.ts';
import { shownAfter, shownBefore } from '../../../shared/text/cut-context.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import group from '../results/hit-group.module.css';
import { HitGroup } from '../results/hit-group.tsx';
import type { PassageGroup } from '../results/passage-groups.ts';
import { PassagePlace } from '../results/passage-place.tsx';
import { type ChosenHits, hitKey } from './chosen-hits.ts';
import styles from './search-hits.module.css';

type HitsProps = { readonly group: PassageGroup<SearchHit>; readonly chosen: ChosenHits };

/** The hits of one transcript; each opens its place, and can be chosen to be coded. */
export function SearchHits({ group: { name, passages }, chosen }: HitsProps) {
  const { t } = useWords();
  return (
    <HitGroup
      name={name}
      count={passages.length}
      taken={passages.filter((hit) => chosen.has(hit)).length}
      label={t('search.choose.document', { name })}
      onTakeAll={(isTaken) => chosen.set(passages, isTaken)}
    >
      {passages.map((hit) => (
        <li key={hitKey(hit)} className={group.row}>
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
            <span className={group.words} lang={hit.language} dir="auto" translate="no">
              {shownBefore(hit.before, hitContext)}
              <mark className={group.found}>{hit.quote}</mark>
              {shownAfter(hit.after, hitContext)}
            </span>
          </button>
        </li>
      ))}
    </HitGroup>
  );
}
