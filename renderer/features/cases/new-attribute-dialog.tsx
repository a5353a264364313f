import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { runCommand } from '../../api/run-command.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { draftShape, emptyDraft } from './attribute-draft.ts';
import { AttributeFields } from './attribute-fields.tsx';

/** Describes a new attribute. */
export function NewAttributeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(emptyDraft);
  const { mutate, error, isPending } = useCommand('attributes.create', { ownErrors: true });
  const make = (): void =>
    mutate(
      { name: draft.name, ...draftShape(draft) },
      {
        onSuccess: ({ attribute }) => {
          const { lowLabel, highLabel, confidential } = draft;
          if (lowLabel !== '' || highLabel !== '' || confidential)
            void runCommand('attributes.update', { attribute, patch: { lowLabel, highLabel, confidential } });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('cases.attribute.new.title')}
      onClose={onClose}
      width="wide"
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={draft.name.trim() === '' || isPending} onPress={make}>
            {t('cases.attribute.new')}
          </Button>
        </>
      }
    >
      <AttributeFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
