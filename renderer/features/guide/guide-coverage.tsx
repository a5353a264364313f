import type { Question } from '../../../shared/contract/methods/guide.ts';
import type { QuestionId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import result from '../results/result.module.css';
import styles from './guide-screen.module.css';
import { questionText } from './question-text.ts';

type CoverageProps = { readonly questions: readonly Question[]; readonly language: string };

/** For each transcript the questions that got no answer, and how many of the interviewer's turns are still to be matched. */
export function GuideCoverage({ questions, language }: CoverageProps) {
  const { t } = useWords();
  const { data } = useQuery('guide.coverage', {});
  if (!data) return null;
  return (
    <table className={`${result.table} ${styles.coverage}`}>
      <thead>
        <tr>
          <th scope="col">{t('guide.document')}</th>
          <th scope="col" className={result.number}>
            {t('guide.coverage.answered')}
          </th>
          <th scope="col" className={result.number}>
            {t('guide.coverage.undecided')}
          </th>
          <th scope="col">{t('guide.coverage.unanswered')}</th>
        </tr>
      </thead>
      <tbody>
        {data.map(({ document, name, answered, undecided }) => {
          const has = new Set<QuestionId>(answered);
          const open = questions.filter(({ id }) => !has.has(id));
          return (
            <tr key={document}>
              <th scope="row">{name}</th>
              <td className={result.number}>
                {answered.length} / {questions.length}
              </td>
              <td className={result.number}>{undecided}</td>
              <td>
                {open.map((question) => (
                  <span key={question.id} className={styles.openKey} title={questionText(question, language).text}>
                    {question.key}
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
