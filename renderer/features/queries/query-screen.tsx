import { useState } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { isComposing } from '../../ui/composing.ts';
import { WithTranscripts } from '../documents/no-transcripts.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useProject } from '../results/use-project.ts';
import { FoundHits } from '../search/found-hits.tsx';
import { QueryPartRow } from './query-part-row.tsx';
import { firstPart, partsOfText, type QueryPart, textOfParts } from './query-parts.ts';
import styles from './query-screen.module.css';
import { SavedQueries } from './saved-queries.tsx';

/** Passages shown at first, and with each "show more". */
const shownAtOnce = [200, 1000, 5000] as const;

/** Passages by codes, words, relations and conditions: built line by line, or written; what is found can be coded. */
export function QueryScreen() {
  const { t } = useWords();
  return (
    <WithTranscripts title={t('query.title')}>
      <Query />
    </WithTranscripts>
  );
}

function Query() {
  const { t } = useWords();
  const project = useProject();
  const [text, setText] = useKept('query.text', '');
  const [parts, setParts] = useKept<readonly QueryPart[] | null>('query.parts', [firstPart]);
  const [asked, setAsked] = useKept('query.asked', '');
  const [step, setStep] = useState(0);
  const { data, error, isPlaceholderData } = useQuery(
    'query.run',
    { query: asked, limit: shownAtOnce[step]! },
    { enabled: asked !== '', keepPrevious: true, ownErrors: true },
  );
  const shown = asked === '' || error ? undefined : data;

  const ask = (query: string): void => {
    setAsked(query.trim());
    setStep(0);
  };
  const write = (query: string): void => {
    setText(query);
    setParts(partsOfText(query));
  };
  const build = (next: readonly QueryPart[]): void => {
    const query = textOfParts(next);
    setParts(next);
    setText(query);
    ask(query);
  };

  return (
    <div className={result.screen}>
      <header className={`${result.inset} ${styles.head}`}>
        <div className={result.titlebar}>
          <h1 className={result.title}>{t('query.title')}</h1>
          <p role="status" aria-busy={isPlaceholderData} className={result.caption}>
            {shown
              ? t('query.count', {
                  total: shown.total,
                  documents: shown.documents,
                  respondents: shown.respondents,
                  synthetic: project?.synthetic ? 'yes' : 'no',
                })
              : null}
          </p>
          <div className={result.end}>
            <SavedQueries
              query={text.trim()}
              onOpen={(query) => {
                write(query);
                ask(query);
              }}
            />
          </div>
        </div>
        {parts === null ? (
          <p className={result.note}>{t('query.onlyText')}</p>
        ) : (
          <ol className={styles.parts} aria-label={t('query.parts')}>
            {parts.map((part, place) => (
              <QueryPartRow
                // Lines have no identity but their place.
                // oxlint-disable-next-line react/no-array-index-key
                key={place}
                part={part}
                number={place + 1}
                isFirst={place === 0}
                onChange={(next) => build(parts.map((one, at) => (at === place ? next : one)))}
                onRemove={parts.length > 1 ? () => build(parts.filter((_, at) => at !== place)) : null}
              />
            ))}
            <li>
              <Button look="flush" onPress={() => setParts([...parts, firstPart])}>
                {t('query.addPart')}
              </Button>
            </li>
          </ol>
        )}
        <div className={styles.written}>
          <SearchField
            look="code"
            label={t('query.text')}
            placeholder={t('query.text.example')}
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event.nativeEvent)) ask(text);
            }}
          />
          <Button onPress={() => ask(text)} isDisabled={text.trim() === ''}>
            {t('query.run')}
          </Button>
        </div>
        {shown?.contradictions.map(({ a, b }) => (
          <p key={`${a} ${b}`} role="alert" className={styles.contradiction}>
            {t('query.contradiction', { a, b })}
          </p>
        ))}
        {error && asked !== '' ? <ErrorNote error={error} /> : null}
      </header>
      {asked === '' ? (
        <div className={styles.empty}>
          <EmptyState title={t('query.start.title')} text={t('query.start.text')} />
        </div>
      ) : null}
      {shown && shown.total === 0 && shown.contradictions.length === 0 && !isPlaceholderData ? (
        <div className={styles.empty}>
          <EmptyState title={t('query.none.title')} text={t('query.none.text')} />
        </div>
      ) : null}
      {shown ? (
        <FoundHits
          name="query"
          key={asked}
          hits={shown.passages}
          total={shown.total}
          firstUnit="hit"
          isWaiting={isPlaceholderData}
          onMore={step < shownAtOnce.length - 1 ? () => setStep(step + 1) : undefined}
        />
      ) : null}
    </div>
  );
}
