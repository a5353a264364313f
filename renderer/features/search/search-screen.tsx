import { useEffect, useRef } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { isComposing } from '../../ui/composing.ts';
import { useNavigation } from '../../app/navigation.ts';
import { WithTranscripts } from '../documents/no-transcripts.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { FoundHits } from './found-hits.tsx';
import styles from './search-screen.module.css';
import { firstSearch, questionOf, SearchSettingsLine } from './search-settings.tsx';
import { useSettledQuery } from './use-settled-query.ts';

/** Hits shown at first, and with each "show more". */
const shownAtOnce = [200, 1000, 5000] as const;

/** Words found in all transcripts, with what stands around them. */
export function SearchScreen() {
  const { t } = useWords();
  return (
    <WithTranscripts title={t('search.title')}>
      <Search />
    </WithTranscripts>
  );
}

function Search() {
  const { t } = useWords();
  const { text, query, onChange, onCompositionEnd, settle, clear } = useSettledQuery();
  const [settings, setSettings] = useKept('search.settings', firstSearch);
  // More are shown of one question at a time: the next one begins with the first again.
  const asked = JSON.stringify([query, settings]);
  const [more, setMore] = useKept('search.more', { asked: '', step: 0 });
  const limit = shownAtOnce[more.asked === asked ? more.step : 0]!;
  const { data, error, isPlaceholderData } = useQuery(
    'search.text',
    { ...questionOf(query || ' ', settings), limit },
    { enabled: query !== '', keepPrevious: true, ownErrors: true },
  );
  const field = useRef<HTMLInputElement>(null);
  // Also where the command is given on this very screen.
  const entered = useNavigation((s) => s.entered);
  useEffect(() => field.current?.focus({ preventScroll: true }), [entered]);

  const shown = query === '' || error ? undefined : data;
  const isComplete = shown?.next === null;

  return (
    <div className={result.screen}>
      <header className={`${result.inset} ${styles.head}`}>
        <h1 className={result.title}>{t('search.title')}</h1>
        <search className={styles.search}>
          <SearchField
            ref={field}
            look="large"
            label={t('search.field')}
            value={text}
            onChange={onChange}
            onCompositionEnd={onCompositionEnd}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
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
        <p role="status" aria-busy={isPlaceholderData} className={styles.count}>
          {shown && shown.total > 0
            ? isComplete
              ? t('search.countIn', { total: shown.total, documents: shown.documents })
              : t(shown.isWhole ? 'search.shown' : 'search.shownOfMore', {
                  shown: shown.hits.length,
                  total: shown.total,
                })
            : null}
          {shown && shown.total === 0 ? t('search.count', { total: 0 }) : null}
        </p>
      </header>
      <SearchSettingsLine settings={settings} onChange={(change) => setSettings({ ...settings, ...change })} />
      {error || !shown || shown.total === 0 ? (
        <div className={styles.empty}>
          {error ? <ErrorNote error={error} /> : null}
          {query === '' ? <EmptyState title={t('search.start.title')} text={t('search.start.text')} /> : null}
          {shown && !isPlaceholderData ? (
            <EmptyState title={t('search.none.title', { query })} text={t(`search.none.${settings.mode}`)} />
          ) : null}
        </div>
      ) : (
        <FoundHits
          name="search"
          hits={shown.hits}
          total={isComplete ? shown.hits.length : shown.total}
          isWaiting={isPlaceholderData}
          onMore={
            limit < shownAtOnce.at(-1)! ? () => setMore({ asked, step: shownAtOnce.indexOf(limit) + 1 }) : undefined
          }
          note={isComplete || limit < shownAtOnce.at(-1)! ? null : t('search.tooMany')}
        />
      )}
    </div>
  );
}
