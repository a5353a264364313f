import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import type { NamedCode } from '../code-names.ts';
import { selectCode } from '../codebook-state.ts';
import { showUndoToast } from '../../../app/undo-toast.ts';

type DialogProps = {
  readonly code: NamedCode;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly onClose: () => void;
};

/** The code and all codes below it. */
function withDescendants(code: NamedCode, codes: ReadonlyMap<CodeId, NamedCode>): readonly NamedCode[] {
  const below = new Set([code.code.id]);
  // In tree order, so a parent is always met before its children.
  for (const { code: one } of codes.values()) if (one.parent !== null && below.has(one.parent)) below.add(one.id);
  return [...codes.values()].filter((one) => below.has(one.code.id));
}

/** Says what goes with a code before it goes; Cancel has the focus, and the deletion can be undone. */
export function DeleteCodeDialog({ code, codes, onClose }: DialogProps) {
  const { t } = useWords();
  const remove = useCommand('codes.remove');
  const going = withDescendants(code, codes);
  const { data: counted } = useQuery('codes.list', {});
  const isGoing = new Set(going.map(({ code: { id } }) => id));
  const codings = (counted ?? [])
    .filter(({ id }) => isGoing.has(id))
    .reduce((sum, one) => sum + Object.values(one.codings).reduce((a, b) => a + b, 0), 0);
  const confirm = (): void =>
    void remove.mutateAsync({ code: code.code.id }, { onSuccess: onClose }).then(
      () => {
        selectCode(null);
        showUndoToast(t, t('coding.code.deleted', { name: code.name }));
      },
      () => null,
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('coding.code.deleteTitle', { name: code.name })}
      onClose={onClose}
      confirm={{ label: t('coding.code.deleteButton', { codings }), run: confirm, isDisabled: remove.isPending }}
    >
      <p>{t('coding.code.deleteText', { codings, children: going.length - 1 })}</p>
    </Dialog>
  );
}
