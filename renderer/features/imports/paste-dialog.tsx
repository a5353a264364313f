import { useState } from 'react';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { addPasted } from './import-batch.ts';

/** Takes a transcript from the clipboard: it gets a name, and the same preview as a file. */
export function PasteDialog() {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const isReady = name.trim() !== '' && text.trim() !== '';
  const take = (): void => {
    addPasted(name, text);
    closeOverlay();
    showView('import');
  };
  return (
    <Dialog
      title={t('imports.paste.title')}
      width="wide"
      onClose={closeOverlay}
      confirm={{ label: t('imports.paste.preview'), run: take, isDisabled: !isReady }}
    >
      <Field label={t('imports.paste.name')} value={name} onChange={setName} autoFocus />
      <Field
        label={t('imports.paste.text')}
        value={text}
        onChange={setText}
        lines={14}
        hint={t('imports.paste.hint')}
      />
    </Dialog>
  );
}
