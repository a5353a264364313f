import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
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
      buttons={
        <>
          <Button onPress={closeOverlay}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={name.trim() === ''} onPress={save}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <Field label={t('welcome.newName')} value={name} onChange={setName} autoFocus onEnter={save} />
      {rename.error ? <ErrorNote error={rename.error} /> : null}
    </Dialog>
  );
}
