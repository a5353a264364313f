import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { described, emptyDraft } from './attribute-draft.ts';
import { AttributeFields } from './attribute-fields.tsx';

/** Describes a new attribute. */
export function NewAttributeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(emptyDraft);
  const { mutate, error, isPending } = useCommand('attributes.create', { ownErrors: true });
  const make = (): void => mutate(described(draft), { onSuccess: onClose });
  return (
    <Dialog
      title={t('cases.attribute.new.title')}
      onClose={onClose}
      width="wide"
      confirm={{ label: t('cases.attribute.new'), run: make, isDisabled: draft.name.trim() === '' || isPending }}
      error={error}
    >
      <AttributeFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </Dialog>
  );
}
