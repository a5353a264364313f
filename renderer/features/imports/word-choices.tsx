import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { type BatchFile, shownVerdict } from './batch.ts';
import { overruleFile } from './import-batch.ts';

/** What becomes of tracked changes, notes and comments of a Word file. */
export function WordChoices({ file }: { file: BatchFile }) {
  const { t } = useWords();
  const verdict = shownVerdict(file);
  if (verdict?.format !== 'docx') return null;
  const { changes = 'accepted', notes = 'left-out', comments = 'left-out' } = file.overrules;
  return (
    <>
      <Choice
        label={t('imports.changes')}
        value={changes}
        options={(['accepted', 'rejected'] as const).map((id) => ({ id, label: t(`imports.changes.${id}`) }))}
        onChange={(value) => overruleFile(file.key, { changes: value })}
      />
      <Choice
        label={t('imports.notes')}
        value={notes}
        options={(['left-out', 'at-end'] as const).map((id) => ({ id, label: t(`imports.notes.${id}`) }))}
        onChange={(value) => overruleFile(file.key, { notes: value })}
      />
      {verdict.comments > 0 ? (
        <Choice
          label={t('imports.comments', { count: verdict.comments })}
          value={comments}
          options={(['left-out', 'memos'] as const).map((id) => ({ id, label: t(`imports.comments.${id}`) }))}
          onChange={(value) => overruleFile(file.key, { comments: value })}
        />
      ) : null}
    </>
  );
}
