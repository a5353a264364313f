import type { ReactNode } from 'react';
import { type Findings, type FoundName, projectPlace } from '../../../shared/contract/methods/protection.ts';
import { useWords } from '../../i18n/text.ts';
import styles from './protection.module.css';

/** Entries of one kind that are listed; the rest is a number. */
const mostListed = 6;

/** What was found in a file, kind by kind; a kind of which there is nothing says so. */
export function FindingsList({ findings, hasList }: { findings: Findings; hasList: boolean }) {
  const { t } = useWords();
  const { file, isEncrypted, names, coders, cases, confidential, authors, paths, originals, steps, unread } = findings;
  if (isEncrypted) return <p>{t('protection.check.encrypted', { file })}</p>;
  const found = (all: readonly FoundName[]): ReactNode => (
    <Listed
      items={all.map(({ name, count, places }) => (
        <>
          <span translate="no">{name}</span>{' '}
          <span className={styles.count}>{t('protection.check.times', { count })}</span>{' '}
          <span className={styles.places} translate="no">
            {places.filter((place) => !place.startsWith(projectPlace)).join(' · ')}
          </span>
        </>
      ))}
    />
  );
  const plain = (all: readonly string[]): ReactNode => (
    <Listed
      items={all.map((one) => (
        <span key={one} translate="no">
          {one}
        </span>
      ))}
    />
  );
  return (
    <>
      <p className={styles.file} translate="no">
        {file}
      </p>
      <dl className={styles.findings}>
        <dt>{t('protection.check.names')}</dt>
        <dd>{hasList ? found(names) : t('protection.check.noList')}</dd>
        <dt>{t('protection.check.coders')}</dt>
        <dd>{found(coders)}</dd>
        <dt>{t('protection.check.cases')}</dt>
        <dd>{found(cases)}</dd>
        <dt>{t('protection.check.confidential')}</dt>
        <dd>{found(confidential)}</dd>
        <dt>{t('protection.check.authors')}</dt>
        <dd>{plain(authors.map(({ place, value }) => `${value} (${place})`))}</dd>
        <dt>{t('protection.check.paths')}</dt>
        <dd>{plain(paths)}</dd>
        <dt>{t('protection.check.originals')}</dt>
        <dd>{plain(originals)}</dd>
        <dt>{t('protection.check.history')}</dt>
        <dd>{t('protection.check.steps', { count: steps })}</dd>
        {unread.length === 0 ? null : (
          <>
            <dt>{t('protection.check.unread')}</dt>
            <dd>{plain(unread)}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function Listed({ items }: { items: readonly ReactNode[] }) {
  const { t } = useWords();
  if (items.length === 0) return t('protection.check.none');
  return (
    <>
      <ul>
        {items.slice(0, mostListed).map((item, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that never changes
          <li key={place}>{item}</li>
        ))}
      </ul>
      {items.length > mostListed ? t('protection.check.more', { count: items.length - mostListed }) : null}
    </>
  );
}
