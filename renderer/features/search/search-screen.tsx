import { useEffect, useRef, useState } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import { passagesByDocument } from '../results/passage-groups.ts';
import result from '../results/result.module.css';
import { useChosenHits } from './chosen-hits.ts';
import { CodeHitsDialog } from './code-hits-dialog.tsx';
import { SearchHits } from './search-hits.tsx';
import styles from './search-screen.module.css';
import { firstSearch, questionOf, SearchSettingsLine } from './search-settings.tsx';
import { useSettledQuery } from './use-settled-query.ts';

/** Hits shown at first, and with each "show more". */
const shownAtOnce = [200, 1000, 5000] as const;

/** Words found in all transcripts, with what stands around them. */
export function SearchScreen() {
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
    { enabled: query !== '', keepPrevious: true },
  );
  const chosen = useChosenHits();
  const [isCoding, setCoding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const scroll = useKeptScroll<HTMLDivElement>('search.hits');
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const shown = query === '' || error ? undefined : data;
  const groups = shown ? passagesByDocument(shown.hits) : [];
  const isComplete = shown?.next === null;
  const chosenHits = shown?.hits.filter((hit) => chosen.has(hit)) ?? [];

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
      <div ref={scroll} className={`${styles.hits} ${isPlaceholderData ? styles.waiting : ''}`}>
        {error ? <ErrorNote error={error} /> : null}
        {query === '' ? <EmptyState title={t('search.start.title')} text={t('search.start.text')} /> : null}
        {shown && shown.total === 0 && !isPlaceholderData ? (
          <EmptyState title={t('search.none.title', { query })} text={t(`search.none.${settings.mode}`)} />
        ) : null}
        {groups.map((group) => (
          <SearchHits key={group.document} group={group} chosen={chosen} />
        ))}
        {shown && !isComplete && limit < shownAtOnce.at(-1)! ? (
          <Button look="plain" onPress={() => setMore({ asked, step: shownAtOnce.indexOf(limit) + 1 })}>
            {t('search.more')}
          </Button>
        ) : null}
        {shown && !isComplete && limit === shownAtOnce.at(-1) ? <p>{t('search.tooMany')}</p> : null}
      </div>
      {shown && shown.hits.length > 0 ? (
        <footer className={styles.foot}>
          <span>{t('search.chosen', { chosen: chosenHits.length, shown: shown.hits.length })}</span>
          <Button look="plain" onPress={() => chosen.set(shown.hits, chosenHits.length < shown.hits.length)}>
            {t(chosenHits.length < shown.hits.length ? 'search.chooseAll' : 'search.chooseNone')}
          </Button>
          <Button look="main" isDisabled={chosenHits.length === 0} onPress={() => setCoding(true)}>
            {t('search.code')}
          </Button>
        </footer>
      ) : null}
      {isCoding ? (
        <CodeHitsDialog
          hits={chosenHits}
          onClose={() => setCoding(false)}
          onDone={() => {
            setCoding(false);
            chosen.clear();
          }}
        />
      ) : null}
    </div>
  );
}
