import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
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
      confirm={{ label: t('cases.new'), run: make, isDisabled: name.trim() === '' || isPending }}
      error={error}
    >
      <Field label={t('cases.column.name')} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
