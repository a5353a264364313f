import { useMemo, useState } from 'react';
import type { CountedWord, WordFilter } from '../../../shared/contract/methods/words.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ExportMenu } from '../results/export-menu.tsx';
import { countText } from '../results/figures.ts';
import { WithTranscripts } from '../documents/no-transcripts.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useProject } from '../results/use-project.ts';
import { FoundHits } from '../search/found-hits.tsx';
import { StopListDialog } from './stop-list-dialog.tsx';
import { firstWords, filterOf, WordsSettings, type WordsSettingsState } from './words-settings.tsx';
import styles from './words-screen.module.css';

const wordsShown = 300;
const hitsShown = [200, 1000, 5000] as const;

/** How often words are said, and every place of one with what stands around it. */
export function WordsScreen() {
  const { t } = useWords();
  return (
    <WithTranscripts title={t('words.title')}>
      <Words />
    </WithTranscripts>
  );
}

function Words() {
  const { t, language } = useWords();
  const project = useProject();
  const [settings, setSettings] = useKept<WordsSettingsState>('words.settings', firstWords);
  const [find, setFind] = useKept('words.find', '');
  const [chosen, setChosen] = useKept<Pick<CountedWord, 'form' | 'word' | 'language'> | null>('words.chosen', null);
  const [isEditing, setEditing] = useState(false);
  const filter = useMemo(() => filterOf(settings), [settings]);
  const { data, error, isPlaceholderData } = useQuery(
    'words.frequency',
    { filter, all: settings.all, ...(find.trim() === '' ? {} : { find: find.trim() }), limit: wordsShown },
    { keepPrevious: true, ownErrors: true },
  );
  const { data: summary } = useQuery('history.state', {});
  const caption = data
    ? t('words.caption', {
        words: data.words,
        forms: data.forms,
        stopped: data.stopped,
        documents: data.documents,
        synthetic: project?.synthetic ? 'yes' : 'no',
      })
    : '';

  return (
    <div className={result.screen}>
      <header className={result.inset}>
        <div className={result.titlebar}>
          <h1 className={result.title}>{t('words.title')}</h1>
          <p className={result.caption} aria-live="polite">
            {caption}
          </p>
          <div className={result.end}>
            <Button onPress={() => setEditing(true)}>{t('words.stop')}</Button>
            {project && data ? (
              <ExportMenu
                project={project}
                revision={summary?.revision ?? 0}
                title={t('words.title')}
                caption={[caption]}
                table={() => ({
                  facts: [['analysis', 'word frequencies']],
                  head: ['word', 'language', 'count', 'documents'],
                  rows: data.counts.map((one) => [one.word, one.language, one.count, one.documents]),
                })}
              />
            ) : (
              // In its place from the start, so that nothing beside it moves when the words come.
              <Button isDisabled>{t('results.export.label')}</Button>
            )}
          </div>
        </div>
        <WordsSettings settings={settings} onChange={setSettings} />
      </header>
      {error ? <ErrorNote error={error} /> : null}
      {data && data.documents === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t('words.empty.title')} text={t('words.empty.text')} />
        </div>
      ) : null}
      {data && data.documents > 0 ? (
        <div className={styles.columns}>
          <div className={styles.list}>
            <SearchField label={t('words.find')} value={find} onChange={(event) => setFind(event.target.value)} />
            <table className={`${result.table} ${styles.table} ${isPlaceholderData ? styles.waiting : ''}`}>
              <thead>
                <tr>
                  <th scope="col">{t('words.column.word')}</th>
                  <th scope="col" className={result.number}>
                    {t('words.column.count')}
                  </th>
                  <th scope="col" className={result.number}>
                    {t('words.column.documents')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.counts.map((one) => {
                  const isChosen = chosen?.form === one.form && chosen.language === one.language;
                  return (
                    <tr key={`${one.language} ${one.form}`} data-selected={isChosen}>
                      <th scope="row">
                        <div className={styles.cell}>
                          <button
                            type="button"
                            className={styles.word}
                            lang={one.language}
                            translate="no"
                            aria-pressed={isChosen}
                            onClick={() => setChosen(one)}
                          >
                            {one.word}
                          </button>
                          {settings.language === null ? <span className={styles.language}>{one.language}</span> : null}
                        </div>
                      </th>
                      <td className={result.number}>{countText(one.count)}</td>
                      <td className={result.number}>{countText(one.documents)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            {data.total > wordsShown ? (
              <p className={result.note}>{t('words.more', { shown: wordsShown, total: data.total })}</p>
            ) : null}
          </div>
          <section className={styles.context} aria-label={t('words.context')}>
            {chosen ? (
              <WordContext key={`${chosen.language} ${chosen.form} ${language}`} chosen={chosen} filter={filter} />
            ) : (
              <div className={styles.empty}>
                <EmptyState title={t('words.choose.title')} text={t('words.choose.text')} />
              </div>
            )}
          </section>
        </div>
      ) : null}
      {isEditing ? <StopListDialog onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

type ContextProps = {
  readonly chosen: Pick<CountedWord, 'form' | 'word' | 'language'>;
  readonly filter: WordFilter;
};

/** Every place of the word chosen, as it was counted. */
function WordContext({ chosen, filter }: ContextProps) {
  const { t } = useWords();
  const [step, setStep] = useState(0);
  const { data, error, isPlaceholderData } = useQuery(
    'words.kwic',
    { filter: { ...filter, language: chosen.language }, text: chosen.form, whole: true, limit: hitsShown[step]! },
    { keepPrevious: true, ownErrors: true },
  );
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  return (
    <>
      <h2 className={styles.contextTitle}>
        <span lang={chosen.language} translate="no">
          {chosen.word}
        </span>
        <span className={result.note}>{t('words.places', { total: data.total, documents: data.documents })}</span>
      </h2>
      <FoundHits
        name="words"
        hits={data.hits}
        total={data.total}
        firstUnit="sentence"
        isWaiting={isPlaceholderData}
        onMore={step < hitsShown.length - 1 ? () => setStep(step + 1) : undefined}
      />
    </>
  );
}
