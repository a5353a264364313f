import { useState } from 'react';
import type { Merged } from '../../../shared/contract/methods/copies.ts';
import { useJob } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Tick } from '../../ui/tick.tsx';
import { showToast } from '../../ui/toast.tsx';
import { type Choices, MergePreview } from './merge-preview.tsx';

type MergeDialogProps = {
  readonly tickets: readonly string[];
  readonly merged: Merged;
  readonly onClose: () => void;
};

/** What merging would do, with a choice for everything both sides changed. */
export function MergeDialog({ tickets, merged, onClose }: MergeDialogProps) {
  const { t } = useWords();
  const [choices, setChoices] = useState<Choices>({});
  const [removesWithdrawn, setRemovesWithdrawn] = useState(false);
  const withdrawn = [...new Set(merged.files.flatMap((file) => file.withdrawn))];
  const isDecided = withdrawn.length === 0 || removesWithdrawn;
  const merge = useJob('copies.merge');
  const run = async (): Promise<void> => {
    try {
      const done = await merge.run({ tickets: [...tickets], choices, removesWithdrawn });
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
      confirm={{ label: t('team.merge.do'), run: () => void run(), isDisabled: merge.isRunning || !isDecided }}
    >
      <p>{t('team.merge.text')}</p>
      {merged.files.map((file) => (
        <MergePreview key={file.copy + file.file} file={file} choices={choices} onChoose={setChoices} />
      ))}
      {withdrawn.length > 0 ? (
        <Tick
          label={t('team.merge.withdrawn.remove', { names: withdrawn.join(', ') })}
          isTicked={removesWithdrawn}
          onChange={setRemovesWithdrawn}
        />
      ) : null}
    </Dialog>
  );
}
