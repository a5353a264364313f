import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** Gives the open project another name; its file keeps the one it has. */
export function RenameProjectDialog({ name: current }: { name: string }) {
  const { t } = useWords();
  const [name, setName] = useState(current);
  const rename = useCommand('project.rename', { ownErrors: true });
  const save = (): void => rename.mutate({ name: name.trim() }, { onSuccess: closeOverlay });
  return (
    <Dialog
      title={t('welcome.renameTitle')}
      onClose={closeOverlay}
      confirm={{ label: t('app.save'), run: save, isDisabled: name.trim() === '' || rename.isPending }}
      error={rename.error}
    >
      <Field label={t('welcome.newName')} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
