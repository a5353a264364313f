import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { showUndoToast } from '../../app/undo-toast.ts';

type DialogProps = {
  readonly document: Pick<DocumentSummary, 'id' | 'name' | 'codings'>;
  readonly onClose: () => void;
};

/** Says what goes with a transcript before it goes; Cancel has the focus, and all of it can be undone. */
export function RemoveDocumentDialog({ document: { id, name, codings }, onClose }: DialogProps) {
  const { t } = useWords();
  const remove = useCommand('documents.remove');
  const confirm = (): void =>
    void remove.mutateAsync({ document: id }, { onSuccess: onClose }).then(
      (gone) => showUndoToast(t, t('documents.removed', { name, codings: gone.codings })),
      () => null,
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('documents.removeTitle', { name })}
      onClose={onClose}
      confirm={{ label: t('documents.removeButton', { codings }), run: confirm, isDisabled: remove.isPending }}
    >
      <p>{t('documents.removeText', { codings })}</p>
    </Dialog>
  );
}
