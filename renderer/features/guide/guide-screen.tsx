import { useState } from 'react';
import type { Question } from '../../../shared/contract/methods/guide.ts';
import { withUploaded } from '../../api/files.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ChooseFile } from '../../ui/choose-files.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { GuideCoverage } from './guide-coverage.tsx';
import { GuideMatching } from './guide-matching.tsx';
import styles from './guide-screen.module.css';
import { QuestionDialog } from './question-dialog.tsx';
import { QuestionList } from './question-list.tsx';
import { QuestionMatrix } from './question-matrix.tsx';
import { languageName } from '../../i18n/language-name.ts';
import { guideLanguages } from './question-text.ts';

const sides = ['matching', 'matrix', 'coverage'] as const;

/** The interview guide: its questions in every language, where they were asked, and what was coded in the answers. */
export function GuideScreen() {
  const { t, language } = useWords();
  const { data: questions } = useQuery('guide.list', {});
  const importing = useJob('guide.import');
  const [chosen, setLanguage] = useKept<string>('guide.language', language);
  const [side, setSide] = useKept<(typeof sides)[number]>('guide.side', 'matching');
  const [edited, setEdited] = useState<Question | 'new' | null>(null);
  if (!questions) return null;
  const languages = guideLanguages(questions);
  const shown = languages.includes(chosen)
    ? chosen
    : (languages.find((tag) => tag === language) ?? languages[0] ?? language);
  const importFile = (file: File): void => {
    withUploaded(file, (ticket) => importing.run({ ticket }))
      .then((done) => {
        if (!done) return;
        showToast({
          text: t('guide.imported', {
            created: done.created,
            changed: done.changed,
            unknown: done.unknownCodes.length,
            names: done.unknownCodes.join(', '),
            ignored: done.ignoredColumns.length,
            columns: done.ignoredColumns.join(', '),
          }),
        });
      })
      .catch(reportError);
  };
  const importButton = (
    <ChooseFile
      label={t('guide.import')}
      accept=".md,.csv,.tsv,.json,.txt"
      onChoose={importFile}
      isMain={questions.length === 0}
    />
  );

  return (
    <div className={`${result.screen} ${result.inset}`}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('guide.title')}</h1>
        <p className={result.caption}>
          {questions.length === 0
            ? null
            : t('guide.caption', { questions: questions.length, languages: languages.length })}
        </p>
        {questions.length === 0 ? null : (
          <div className={result.end}>
            <Button onPress={() => openOverlay('autocode')}>{t('guide.autocode')}</Button>
            <Button onPress={() => setEdited('new')}>{t('guide.new')}</Button>
            {importButton}
          </div>
        )}
      </div>
      {questions.length === 0 ? (
        <EmptyState title={t('guide.empty.title')} text={t('guide.empty.text')} action={importButton} />
      ) : (
        <>
          <fieldset aria-label={t('results.settings')} className={result.settings}>
            <Choice
              label={t('guide.language')}
              value={shown}
              options={languages.map((tag) => ({ id: tag, label: languageName(tag, language) }))}
              onChange={setLanguage}
            />
            <Choice
              label={t('guide.side')}
              value={side}
              options={sides.map((id) => ({ id, label: t(`guide.side.${id}`) }))}
              onChange={setSide}
            />
          </fieldset>
          <div className={styles.two}>
            <QuestionList questions={questions} language={shown} onEdit={setEdited} />
            <div className={styles.side}>
              {side === 'matching' ? <GuideMatching questions={questions} language={shown} /> : null}
              {side === 'matrix' ? <QuestionMatrix questions={questions} language={shown} /> : null}
              {side === 'coverage' ? <GuideCoverage questions={questions} language={shown} /> : null}
            </div>
          </div>
        </>
      )}
      {edited === null ? null : (
        <QuestionDialog
          key={edited === 'new' ? 'new' : edited.id}
          question={edited === 'new' ? null : edited}
          questions={questions}
          languages={languages.length === 0 ? [language] : languages}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
