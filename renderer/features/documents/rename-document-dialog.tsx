import { useState } from 'react';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
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
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="main" onPress={save} isDisabled={name.trim() === ''}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <Field
        label={t('documents.column.name')}
        value={name}
        onChange={setName}
        autoFocus
        lang={document.language}
        onEnter={save}
      />
      {rename.error ? <ErrorNote error={rename.error} /> : null}
    </Dialog>
  );
}
