import { useState } from 'react';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

type DialogProps = {
  readonly document: Pick<DocumentSummary, 'id' | 'name' | 'language'>;
  readonly onClose: () => void;
};

/** Gives a transcript another name. */
export function RenameDocumentDialog({ document, onClose }: DialogProps) {
  const { t } = useWords();
  const [name, setName] = useState(document.name);
  const rename = useCommand('documents.rename', { ownErrors: true });
  const save = (): void => rename.mutate({ document: document.id, name }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('documents.renameTitle', { name: document.name })}
      onClose={onClose}
      confirm={{ label: t('app.save'), run: save, isDisabled: name.trim() === '' || rename.isPending }}
      error={rename.error}
    >
      <Field label={t('documents.column.name')} value={name} onChange={setName} autoFocus lang={document.language} />
    </Dialog>
  );
}
