import { useEffect, useRef } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import { passagesByDocument } from '../results/passage-groups.ts';
import result from '../results/result.module.css';
import { SearchHits } from './search-hits.tsx';
import styles from './search-screen.module.css';
import { useSettledQuery } from './use-settled-query.ts';

/** Hits asked for at first; the core counts all of them. */
const firstHits = 200;
/** The most the contract lets anyone ask for. */
const mostHits = 5000;

/** Words found in all transcripts, with what stands around them. */
export function SearchScreen() {
  const { t } = useWords();
  const { text, query, onChange, onCompositionEnd, settle, clear } = useSettledQuery();
  // All hits are asked for one query at a time: the next one begins with the first again.
  const [wideQuery, setWideQuery] = useKept<string | null>('search.wide', null);
  const { data, error, isPlaceholderData } = useQuery(
    'search.text',
    { query: query || ' ', limit: wideQuery === query ? mostHits : firstHits },
    { enabled: query !== '', keepPrevious: true },
  );
  const field = useRef<HTMLInputElement>(null);
  const scroll = useKeptScroll<HTMLDivElement>('search.hits');
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const shown = query === '' ? undefined : data;
  const groups = shown ? passagesByDocument(shown.hits) : [];
  const isComplete = shown !== undefined && shown.hits.length >= shown.total;

  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={result.title}>{t('search.title')}</h1>
        <search className={styles.search}>
          <input
            ref={field}
            type="text"
            role="searchbox"
            aria-label={t('search.field')}
            placeholder={t('search.field')}
            className={styles.field}
            value={text}
            spellCheck={false}
            autoComplete="off"
            autoCorrect="off"
            translate="no"
            onChange={onChange}
            onCompositionEnd={onCompositionEnd}
            onKeyDown={(event) => {
              // While an input method composes, Enter and Escape belong to it.
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') settle();
              if (event.key === 'Escape') clear();
            }}
          />
          {text === '' ? null : (
            <span className={styles.clear}>
              <Button
                look="icon"
                aria-label={t('search.clear')}
                onPress={() => {
                  clear();
                  field.current?.focus();
                }}
              >
                <CloseIcon />
              </Button>
            </span>
          )}
        </search>
        <p role="status" className={styles.count}>
          {shown && shown.total > 0
            ? isComplete
              ? t('search.countIn', { total: shown.total, documents: groups.length })
              : t('search.shown', { shown: shown.hits.length, total: shown.total })
            : null}
          {shown && shown.total === 0 ? t('search.count', { total: 0 }) : null}
        </p>
      </header>
      <div ref={scroll} className={`${styles.hits} ${isPlaceholderData ? styles.waiting : ''}`}>
        {error ? <ErrorNote error={error} /> : null}
        {query === '' ? <EmptyState title={t('search.start.title')} text={t('search.start.text')} /> : null}
        {shown && shown.total === 0 && !isPlaceholderData ? (
          <EmptyState title={t('search.none.title', { query })} text={t('search.none.text')} />
        ) : null}
        {groups.map((group) => (
          <SearchHits key={group.document} group={group} />
        ))}
        {shown && !isComplete && shown.hits.length < mostHits ? (
          <Button look="plain" onPress={() => setWideQuery(query)}>
            {t('results.showAll', { count: Math.min(shown.total, mostHits) })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
