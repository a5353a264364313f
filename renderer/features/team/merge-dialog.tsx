import { useState } from 'react';
import type { Merged, MergedFile, MergeSide } from '../../../shared/contract/methods/copies.ts';
import { useJob } from '../../api/hooks.ts';
import { reportError } from '../../app/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './team-screen.module.css';

type MergeDialogProps = {
  readonly tickets: readonly string[];
  readonly merged: Merged;
  readonly onClose: () => void;
};
type Choices = Readonly<Record<string, MergeSide>>;

/** What merging would do, with a choice for everything both sides changed. */
export function MergeDialog({ tickets, merged, onClose }: MergeDialogProps) {
  const { t } = useWords();
  const [choices, setChoices] = useState<Choices>({});
  const merge = useJob('copies.merge');
  const run = async (): Promise<void> => {
    try {
      const done = await merge.run({ tickets: [...tickets], choices });
      if (!done) return;
      showToast({ text: t('team.merge.done', { files: done.files.length }) });
      onClose();
    } catch (error) {
      reportError(error);
    }
  };
  return (
    <Dialog
      title={t('team.merge.title')}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={merge.isRunning} onPress={() => void run()}>
            {t('team.merge.do')}
          </Button>
        </>
      }
    >
      <p>{t('team.merge.text')}</p>
      {merged.files.map((file) => (
        <MergeFile key={file.copy + file.file} file={file} choices={choices} onChoose={setChoices} />
      ))}
    </Dialog>
  );
}

type MergeFileProps = {
  readonly file: MergedFile;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
};

function MergeFile({ file, choices, onChoose }: MergeFileProps) {
  const { t } = useWords();
  const count = (table: string) => file.tables.find((tally) => tally.table === table);
  const codings = count('coding');
  return (
    <section className={styles.file}>
      <h3>{file.coder ?? file.file}</h3>
      <p>
        {t('team.merge.counts', {
          added: codings?.added ?? 0,
          changed: codings?.changed ?? 0,
          removed: codings?.removed ?? 0,
          memos: count('memo')?.added ?? 0,
        })}
      </p>
      {file.texts.map(({ document, placed, detached }) => (
        <p key={document} className={styles.both}>
          {t('team.merge.text.differs', { document, placed, detached: detached.length })}
        </p>
      ))}
      {file.notes.map(({ kind, name, table }) => (
        <p key={`${kind} ${table} ${name}`} className={styles.both}>
          {t(`team.note.${kind}`, { name })}
        </p>
      ))}
      {file.conflicts.map((conflict) => (
        <div key={conflict.row} className={styles.both}>
          <Choice<MergeSide>
            label={conflict.name}
            value={choices[conflict.row] ?? conflict.taken}
            options={(['here', 'there'] as const).map((side) => ({
              id: side,
              label: t(`team.side.${side}`, {
                words: conflict.fields.map((field) => field[side] ?? '–').join(' · '),
              }),
            }))}
            onChange={(side) => onChoose({ ...choices, [conflict.row]: side })}
          />
        </div>
      ))}
    </section>
  );
}
