import { useState } from 'react';
import type { Question } from '../../../shared/contract/methods/guide.ts';
import type { QuestionId } from '../../../shared/domain/ids.ts';
import { movedBefore } from '../../../shared/domain/moved-before.ts';
import { useCommand } from '../../api/hooks.ts';
import { runShownAtOnce } from '../../api/run-command.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { CodePick } from '../codebook/pick/code-pick.tsx';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import styles from './guide-screen.module.css';
import { languageName } from '../../i18n/language-name.ts';

type DialogProps = {
  /** Null: a new one. */
  readonly question: Question | null;
  readonly questions: readonly Question[];
  readonly languages: readonly string[];
  readonly onClose: () => void;
};

/** A question's words in every language, its heading, and the codes its answers may touch. */
export function QuestionDialog({ question, questions, languages, onClose }: DialogProps) {
  const { t, language } = useWords();
  const codes = useNamedCodes();
  const [key, setKey] = useState(question?.key ?? '');
  const [section, setSection] = useState(question?.section ?? questions.at(-1)?.section ?? '');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(question?.texts ?? {});
  const [linked, setLinked] = useState(question?.codes ?? []);
  const { mutate: save, error, isPending: isSaving } = useCommand('guide.save', { ownErrors: true });
  const { mutate: remove, isPending: isGoing } = useCommand('guide.remove');
  const place = questions.findIndex(({ id }) => id === question?.id);
  // Seen at once, so that the next press goes on from there.
  const moveTo = (asked: QuestionId, next: number): void => {
    const before = questions[next]?.id ?? null;
    runShownAtOnce(
      'guide.move',
      { question: asked, before },
      { method: 'guide.list', input: {}, patch: (known) => movedBefore(known, asked, before) ?? known },
    );
  };
  return (
    <Dialog
      title={question ? t('guide.edit', { key: question.key }) : t('guide.new')}
      onClose={onClose}
      width="wide"
      buttons={
        <>
          {question ? (
            <>
              <Button isDisabled={isGoing} onPress={() => remove({ question: question.id }, { onSuccess: onClose })}>
                {t('guide.remove')}
              </Button>
              <Button isDisabled={place <= 0} onPress={() => moveTo(question.id, place - 1)}>
                {t('guide.earlier')}
              </Button>
              <Button isDisabled={place === questions.length - 1} onPress={() => moveTo(question.id, place + 2)}>
                {t('guide.later')}
              </Button>
            </>
          ) : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="main"
            isDisabled={key.trim() === '' || isSaving}
            onPress={() =>
              save(
                { ...(question ? { question: question.id } : {}), key, section, texts, codes: [...linked] },
                { onSuccess: onClose },
              )
            }
          >
            {t('app.save')}
          </Button>
        </>
      }
    >
      <Field label={t('guide.key')} value={key} onChange={setKey} autoFocus={question === null} />
      <Field label={t('guide.section')} value={section} onChange={setSection} />
      {languages.map((tag) => (
        <Field
          key={tag}
          label={languageName(tag, language)}
          lang={tag}
          lines={2}
          value={texts[tag] ?? ''}
          onChange={(text) => setTexts({ ...texts, [tag]: text })}
        />
      ))}
      <div className={styles.codes}>
        {linked.map((id) => {
          const code = codes?.get(id);
          return code ? (
            <button
              key={id}
              type="button"
              title={t('guide.code.remove', { name: code.name })}
              onClick={() => setLinked(linked.filter((each) => each !== id))}
            >
              <CodeChip name={code.name} lang={code.lang} color={code.code.color} mark={code.code.mark} />
            </button>
          ) : null;
        })}
      </div>
      {codes ? (
        <CodePick
          label={t('guide.code.add')}
          codes={[...codes.values()]}
          onPick={(id) => setLinked(linked.includes(id) ? linked : [...linked, id])}
        />
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
