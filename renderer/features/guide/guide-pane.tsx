import { memo, useEffect, useRef } from 'react';
import type { DocumentId, QuestionId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { showPassage, showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { PaneSection } from '../../ui/pane-section.tsx';
import { useKept } from '../results/kept-state.ts';
import { useTranscript } from '../transcript/transcript-state.ts';
import styles from './guide-pane.module.css';
import { languageName } from '../../i18n/language-name.ts';
import { guideLanguages, questionText } from './question-text.ts';

/** The interview guide beside the transcript, in any of its languages; the question the reader is at stands out. */
export const GuidePane = memo(function GuidePane() {
  const { t, language } = useWords();
  const { data: questions = [] } = useQuery('guide.list', {});
  const [chosen, setLanguage] = useKept<string>('guide.language', language);
  const document = useTranscript((s) => s.document);
  const languages = guideLanguages(questions);
  if (questions.length === 0) return null;
  const shown = languages.includes(chosen) ? chosen : (languages[0] ?? language);
  return (
    <PaneSection
      title={t('guide.pane.title')}
      count={questions.length}
      action={
        <Choice
          hideLabel
          label={t('guide.language')}
          value={shown}
          options={languages.map((tag) => ({ id: tag, label: languageName(tag, language) }))}
          onChange={setLanguage}
        />
      }
    >
      {document === null ? null : <Questions document={document} shown={shown} />}
    </PaneSection>
  );
});

function Questions({ document, shown }: { document: DocumentId; shown: string }) {
  const { data: questions = [] } = useQuery('guide.list', {});
  const { data: turns = [] } = useQuery('guide.turns', { document });
  const here = useTranscript(
    ({ place }): QuestionId | null =>
      turns.findLast(({ start, question }) => question !== null && start <= place)?.question ?? null,
  );
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  // Where it was asked in this transcript; else to the guide, to say where.
  const goTo = (id: QuestionId): void => {
    const turn = turns.find(({ question }) => question === id);
    if (turn) showPassage(turn);
    else showView('guide');
  };
  return (
    <ol ref={list} className={styles.questions}>
      {questions.map((question) => {
        const { text, lang } = questionText(question, shown);
        return (
          <li key={question.id} className={styles.question} aria-current={question.id === here ? 'true' : undefined}>
            <button type="button" className={styles.go} onClick={() => goTo(question.id)}>
              <span className={styles.key}>{question.key}</span>
              <span lang={lang}>{text}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
