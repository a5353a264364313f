import { useMemo, useState } from 'react';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import type { Structure } from '../../../shared/contract/methods/autocode.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CodePick } from '../codebook/pick/code-pick.tsx';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import styles from './guide-screen.module.css';
import { questionText } from './question-text.ts';

/** Halves of a wide character that fit into the line of the dialog. */
const lineLength = 60;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

function shortened(text: string): string {
  let [kept, length] = ['', 0];
  for (const character of text) {
    length += wide.test(character) ? 2 : 1;
    if (length > lineLength) return `${kept}…`;
    kept += character;
  }
  return text;
}

/** One part of the transcripts, its chosen passages and their code. */
type Assignment = {
  readonly part: string;
  readonly code: { readonly id: CodeId; readonly name: string };
  readonly passages: Input<'autocode.run'>['assignments'][number]['passages'];
};

/** Codes all that one speaker says, or all answers to a question, several of them if wanted: shown first, chosen, then one step. */
export function AutocodeDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords();
  const { data: speakers = [] } = useQuery('autocode.speakers', {});
  const { data: questions = [] } = useQuery('guide.list', {});
  const codes = useNamedCodes();
  const [chosen, setChosen] = useState<string | null>(null);
  const [code, setCode] = useState<CodeId | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<readonly Assignment[]>([]);
  const { mutate: run, error, isPending } = useCommand('autocode.run', { ownErrors: true });
  const options = useMemo(
    () => [
      ...questions.map((question) => ({
        id: `question ${question.id}`,
        label: shortened(`${question.key} ${questionText(question, language).text}`),
        structure: { kind: 'question', question: question.id } as Structure,
      })),
      ...speakers.map(({ name, turns }) => ({
        id: `speaker ${name}`,
        label: t('autocode.speaker', { name, turns }),
        structure: { kind: 'speaker', name } as Structure,
      })),
    ],
    [questions, speakers, language, t],
  );
  const part = options.find(({ id }) => id === chosen) ?? options[0];
  const { data: found } = useQuery('autocode.preview', part?.structure ?? { kind: 'speaker', name: '' }, {
    enabled: part !== undefined,
  });
  const passages = found ?? [];
  const keyOf = ({ document, start }: (typeof passages)[number]): string => `${document} ${start}`;
  const taken = passages.filter((passage) => !left.has(keyOf(passage)));
  const named = code === null ? undefined : codes?.get(code);
  const current: Assignment | null =
    part && code !== null && named && taken.length > 0
      ? {
          part: part.label,
          code: { id: code, name: named.name },
          passages: taken.map(({ document, start, end }) => ({ document, start, end })),
        }
      : null;
  const all = current ? [...added, current] : added;
  const count = all.reduce((sum, assignment) => sum + assignment.passages.length, 0);
  const add = (): void => {
    if (current === null) return;
    setAdded([...added, current]);
    setCode(null);
    setLeft(new Set());
  };
  const toggle = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <Dialog
      title={t('autocode.title')}
      onClose={onClose}
      width="wide"
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button isDisabled={current === null} onPress={add}>
            {t('autocode.add')}
          </Button>
          <Button
            look="main"
            isDisabled={all.length === 0 || isPending}
            onPress={() =>
              run(
                {
                  assignments: all.map((assignment) => ({
                    code: { id: assignment.code.id },
                    passages: [...assignment.passages],
                  })),
                },
                {
                  onSuccess: ({ codings }) => {
                    showToast({ text: t('autocode.done', { count: codings }) });
                    onClose();
                  },
                },
              )
            }
          >
            {t('autocode.run', { count })}
          </Button>
        </>
      }
    >
      {added.length === 0 ? null : (
        <section aria-label={t('autocode.added')}>
          <h3 className={styles.added}>{t('autocode.added')}</h3>
          <ul className={styles.addedList}>
            {added.map((assignment, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same part may stand twice, in the order it was added
              <li key={place}>
                {t('autocode.added.line', {
                  part: assignment.part,
                  code: assignment.code.name,
                  count: assignment.passages.length,
                })}
                <Button
                  look="icon"
                  aria-label={t('autocode.added.remove', { part: assignment.part })}
                  onPress={() => setAdded(added.toSpliced(place, 1))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {part ? (
        <Choice
          label={t('autocode.part')}
          value={part.id}
          options={options}
          onChange={(id) => {
            setChosen(id);
            setLeft(new Set());
          }}
        />
      ) : (
        <p>{t('autocode.nothing')}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard */}
      <div className={styles.preview} tabIndex={0} role="region" aria-label={t('autocode.passages')}>
        <ul>
          {passages.map((passage) => (
            <li key={keyOf(passage)}>
              <label>
                <input type="checkbox" checked={!left.has(keyOf(passage))} onChange={() => toggle(keyOf(passage))} />
                <span className={styles.place}>{passage.documentName}</span>
                <span lang={passage.language} className={styles.quote} dir="auto">
                  {passage.quote}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      {part && found?.length === 0 ? <p>{t('autocode.none')}</p> : null}
      <p>{named ? t('autocode.code', { name: named.name }) : t('autocode.choose')}</p>
      {codes ? (
        <CodePick
          label={t('autocode.choose')}
          codes={[...codes.values()].filter((each) => each.code.codable && !each.code.retired)}
          onPick={setCode}
        />
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
