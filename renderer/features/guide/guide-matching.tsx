import { sureScore } from '../../../shared/analysis/guide/match-questions.ts';
import type { AskingTurn, Question } from '../../../shared/contract/methods/guide.ts';
import type { DocumentId, QuestionId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { coefficientText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import styles from './guide-screen.module.css';
import { questionText } from './question-text.ts';

type MatchingProps = { readonly questions: readonly Question[]; readonly language: string };

/** The interviewer's turns of one transcript, each with the question it asks: suggested, accepted, corrected or none. */
export function GuideMatching({ questions, language }: MatchingProps) {
  const { t } = useWords();
  const { data: documents = [] } = useQuery('documents.list', {});
  const [chosen, choose] = useKept<string | null>('guide.document', null);
  const document = documents.find(({ id }) => id === chosen) ?? documents[0];
  const { mutate: accept } = useCommand('guide.accept');
  if (!document) return <p className={result.note}>{t('guide.noDocuments')}</p>;
  const acceptAll = (of?: DocumentId): void =>
    accept(
      { least: sureScore, ...(of === undefined ? {} : { documents: [of] }) },
      { onSuccess: ({ assigned }) => showToast({ text: t('guide.accepted', { count: assigned }) }) },
    );
  return (
    <>
      <div className={styles.bar}>
        <Choice
          label={t('guide.document')}
          value={document.id}
          options={documents.map(({ id, name }) => ({ id: id as string, label: name }))}
          onChange={choose}
        />
        <Button onPress={() => acceptAll(document.id)}>{t('guide.acceptHere')}</Button>
        <Button onPress={() => acceptAll()}>{t('guide.acceptAll')}</Button>
      </div>
      <p className={result.note}>{t('guide.matching.note', { least: coefficientText(sureScore) })}</p>
      <Turns document={document.id} lang={document.language} questions={questions} language={language} />
    </>
  );
}

type TurnsProps = MatchingProps & { readonly document: DocumentId; readonly lang: string };

function Turns({ document, lang, questions, language }: TurnsProps) {
  const { t } = useWords();
  const { data: turns } = useQuery('guide.turns', { document });
  if (!turns) return null;
  if (turns.length === 0) return <p className={result.note}>{t('guide.noTurns')}</p>;
  return (
    <ol className={styles.turns} aria-label={t('guide.turns')}>
      {turns.map((turn) => (
        <TurnRow key={turn.turn} turn={turn} lang={lang} questions={questions} language={language} />
      ))}
    </ol>
  );
}

type RowProps = MatchingProps & { readonly turn: AskingTurn; readonly lang: string };

function TurnRow({ turn, lang, questions, language }: RowProps) {
  const { t } = useWords();
  const { mutate: assign } = useCommand('guide.assign');
  const byId = new Map(questions.map((question) => [question.id, question]));
  const label = (id: QuestionId): string => {
    const question = byId.get(id);
    return question ? `${question.key} ${questionText(question, language).text}` : '';
  };
  const value = turn.asksNothing ? 'none' : (turn.question ?? 'open');
  const { suggestion } = turn;
  return (
    <li className={styles.turn}>
      <button type="button" lang={lang} className={styles.asked} onClick={() => showPassage(turn)}>
        {turn.words}
      </button>
      <div className={styles.match}>
        <Choice
          label={t('guide.asks')}
          value={value}
          options={[
            { id: 'open', label: t('guide.open') },
            { id: 'none', label: t('guide.none') },
            ...questions.map(({ id }) => ({ id: id as string, label: label(id) })),
          ]}
          onChange={(id) => assign({ turns: [{ turn: turn.turn, question: id === 'open' ? null : id }] })}
        />
        {suggestion ? (
          <span className={styles.suggestion}>
            <span>
              {t('guide.suggestion', {
                question: label(suggestion.question),
                score: coefficientText(suggestion.score),
              })}
            </span>
            <span className={styles.answers}>
              <Button
                look="flush"
                onPress={() => assign({ turns: [{ turn: turn.turn, question: suggestion.question }] })}
              >
                {t('guide.accept')}
              </Button>
              <Button look="plain" onPress={() => assign({ turns: [{ turn: turn.turn, question: 'none' }] })}>
                {t('guide.none')}
              </Button>
            </span>
          </span>
        ) : null}
      </div>
    </li>
  );
}
