import type { Leaving } from '../../../shared/contract/methods/pseudonyms.ts';
import { namedParts } from '../../../shared/contract/methods/pseudonyms.ts';
import { useWords } from '../../i18n/text.ts';
import { countText } from '../results/figures.ts';
import styles from './leaving-list.module.css';

/** Places listed at most; the rest is a number. */
const mostPlaces = 100;

/** What would leave with the project: where listed names still stand, what is past, who coded, and paths. */
export function LeavingList({ leaving, isSealed = false }: { leaving: Leaving; isSealed?: boolean }) {
  const { t } = useWords();
  const { documents, places, past, coders, paths } = leaving;
  const partName = (part: string): string => {
    const known = namedParts.find((each) => each === part);
    if (known !== undefined) return t(`pseudonyms.part.${known}`);
    return part === 'coders' ? t('pseudonyms.check.coders') : part;
  };
  const standing = documents.length + places.length;
  return (
    <dl className={styles.list}>
      <dt>{t('pseudonyms.check.names')}</dt>
      <dd>
        {standing === 0 ? t('pseudonyms.check.none') : null}
        <ul>
          {documents.map(({ document, name, count }) => (
            <li key={document}>
              {name} <span className={styles.count}>{countText(count)}</span>
            </li>
          ))}
          {places.slice(0, mostPlaces).map(({ part, text, count }, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same words may stand in several places
            <li key={place}>
              {partName(part)}: <span translate="no">{text}</span>{' '}
              <span className={styles.count}>{countText(count)}</span>
            </li>
          ))}
        </ul>
        {places.length > mostPlaces ? t('pseudonyms.check.more', { count: places.length - mostPlaces }) : null}
      </dd>
      {isSealed ? null : (
        <>
          <dt>{t('pseudonyms.check.past')}</dt>
          <dd>{t('pseudonyms.check.past.text', past)}</dd>
        </>
      )}
      <dt>{t('pseudonyms.check.coders')}</dt>
      <dd translate="no">{coders.join(', ')}</dd>
      <dt>{t('pseudonyms.check.paths')}</dt>
      <dd>{paths.length === 0 ? t('pseudonyms.check.none') : <span translate="no">{paths.join(' · ')}</span>}</dd>
    </dl>
  );
}
