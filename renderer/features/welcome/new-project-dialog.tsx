import { useState } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

type Template = 'empty' | 'scs';

/** Asks for a name, a coder and a codebook, and opens the new project. The desktop also asks where to put it. */
export function NewProjectDialog() {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [coder, setCoder] = useState('');
  const [template, setTemplate] = useState<Template>('empty');
  const { data: state } = useQuery('app.state', {});
  const { shownLanguage } = useSettings();
  const choose = useCommand('dialogs.savePlace', { ownErrors: true });
  const create = useCommand('project.create', { ownErrors: true });

  const save = async (): Promise<void> => {
    if (name.trim() === '' || create.isPending || choose.isPending) return;
    let place: string | undefined;
    if (state?.host === 'desktop') {
      const chosen = await choose.mutateAsync({ suggestedName: `${name.trim()}.vbt` }).catch(() => null);
      if (!chosen?.ticket) return;
      place = chosen.ticket;
    }
    create.mutate(
      {
        name: name.trim(),
        template,
        language: shownLanguage,
        ...(place === undefined ? {} : { place }),
        ...(coder.trim() === '' ? {} : { coder: coder.trim() }),
      },
      { onSuccess: closeOverlay },
    );
  };

  const error = choose.error ?? create.error;
  return (
    <Dialog
      title={t('welcome.newTitle')}
      onClose={closeOverlay}
      confirm={{
        label: t('welcome.create'),
        run: () => void save(),
        isDisabled: name.trim() === '' || create.isPending,
      }}
      error={error}
    >
      <Field label={t('welcome.newName')} value={name} onChange={setName} autoFocus />
      <Field label={t('welcome.newCoder')} value={coder} onChange={setCoder} />
      <Choice<Template>
        label={t('welcome.newTemplate')}
        value={template}
        options={[
          { id: 'empty', label: t('welcome.template.empty') },
          { id: 'scs', label: t('welcome.template.scs') },
        ]}
        onChange={setTemplate}
      />
    </Dialog>
  );
}
