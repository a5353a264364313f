import { useState } from 'react';
import type { Coder } from '../../shared/contract/schema/entities.ts';
import { useCommand } from '../api/hooks.ts';
import { useWords } from '../i18n/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { closeOverlay } from './commands/overlays.ts';
import { coderName, type OpenProject } from './use-open-project.ts';

/** Ends blind coding, with the reason that is kept. */
export function LiftBlindDialog({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const lift = useCommand('blinding.lift', { ownErrors: true });
  const name = coderName(project);
  const save = (): void => {
    lift.mutate({ reason: reason.trim() }, { onSuccess: closeOverlay });
  };
  return (
    <Dialog
      title={t('blind.lift.title', { name })}
      onClose={closeOverlay}
      confirm={{ label: t('blind.lift.do'), run: save, isDisabled: reason.trim() === '' || lift.isPending }}
      error={lift.error}
    >
      <p>{t('blind.lift.text', { name })}</p>
      <Field label={t('blind.lift.reason')} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  );
}

/** Asks before a blind coder becomes one who sees everything. */
export function LeaveBlindDialog({ project, other }: { project: OpenProject; other: Pick<Coder, 'id' | 'name'> }) {
  const { t } = useWords();
  const choose = useCommand('coders.choose', { ownErrors: true });
  const names = { name: coderName(project), other: other.name };
  return (
    <Dialog
      title={t('blind.leave.title', names)}
      onClose={closeOverlay}
      confirm={{
        label: t('blind.leave.do', names),
        run: () => choose.mutate({ coder: other.id, leave: true }, { onSuccess: closeOverlay }),
        isDisabled: choose.isPending,
      }}
      error={choose.error}
    >
      <p>{t('blind.leave.text', names)}</p>
    </Dialog>
  );
}
