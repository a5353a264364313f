import { useState } from 'react';
import type { Coder } from '../../shared/contract/schema/entities.ts';
import { useCommand } from '../api/hooks.ts';
import { useWords } from '../i18n/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { closeOverlay } from './commands/overlays.ts';
import { useChooseCoder } from './use-choose-coder.ts';

type CoderDialogProps = {
  readonly coder: Pick<Coder, 'id' | 'name'> | null;
  /** Whoever codes now goes on doing so. */
  readonly stays?: boolean;
};

/** Adds a coder, and codes as that person from now on unless told otherwise, or gives an existing one another name. */
export function CoderDialog({ coder, stays = false }: CoderDialogProps) {
  const { t } = useWords();
  const [name, setName] = useState(coder?.name ?? '');
  const create = useCommand('coders.create', { ownErrors: true });
  const rename = useCommand('coders.rename', { ownErrors: true });
  const choose = useChooseCoder();
  const error = create.error ?? rename.error;

  const save = (): void => {
    if (coder) rename.mutate({ coder: coder.id, name }, { onSuccess: closeOverlay });
    else
      create.mutate(
        { name },
        {
          onSuccess: (created) => {
            closeOverlay();
            if (!stays) choose(created);
          },
        },
      );
  };

  return (
    <Dialog
      title={coder ? t('app.coder.renameTitle', { name: coder.name }) : t('app.coder.newTitle')}
      onClose={closeOverlay}
      confirm={{
        label: coder ? t('app.save') : t('app.coder.add'),
        run: save,
        isDisabled: name.trim() === '' || create.isPending || rename.isPending,
      }}
      error={error}
    >
      <Field label={t('app.coder.name')} value={name} onChange={setName} autoFocus />
      {coder || stays ? null : <p>{t('app.coder.newText')}</p>}
    </Dialog>
  );
}
