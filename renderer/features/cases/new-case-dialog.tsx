import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';

/** Asks what a new case is called. */
export function NewCaseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const { mutate, error, isPending } = useCommand('cases.create', { ownErrors: true });
  const make = (): void => mutate({ name }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('cases.new.title')}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={name.trim() === '' || isPending} onPress={make}>
            {t('cases.new')}
          </Button>
        </>
      }
    >
      <Field label={t('cases.column.name')} value={name} onChange={setName} autoFocus onEnter={make} />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
