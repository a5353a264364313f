import type { Question } from '../../../shared/contract/methods/guide.ts';
import { useWords } from '../../i18n/text.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import styles from './guide-screen.module.css';
import { bySection, questionText } from './question-text.ts';

type ListProps = {
  readonly questions: readonly Question[];
  readonly language: string;
  readonly onEdit: (question: Question) => void;
};

/** The questions in their order under their headings, with the codes their answers may touch; one opens to be changed. */
export function QuestionList({ questions, language, onEdit }: ListProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard
    <div className={styles.list} tabIndex={0} role="region" aria-label={t('guide.questions')}>
      {bySection(questions).map(({ section, questions: own }) => (
        <section key={`${section} ${own[0]!.id}`}>
          {section === '' ? null : <h2 className={styles.section}>{section}</h2>}
          <ul>
            {own.map((question) => {
              const { text, lang } = questionText(question, language);
              return (
                <li key={question.id} className={styles.question}>
                  <button
                    type="button"
                    className={styles.key}
                    aria-label={t('guide.edit', { key: question.key })}
                    onClick={() => onEdit(question)}
                  >
                    {question.key}
                  </button>
                  <div>
                    <p lang={lang} className={styles.words}>
                      {text}
                    </p>
                    <p className={styles.codes}>
                      {question.codes.map((id) => {
                        const code = codes?.get(id);
                        return code ? (
                          <CodeChip
                            key={id}
                            name={code.name}
                            lang={code.lang}
                            color={code.code.color}
                            mark={code.code.mark}
                          />
                        ) : null;
                      })}
                    </p>
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
