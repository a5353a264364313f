import { useCommand } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { NamedCode } from '../code-names.ts';
import { openCodebookDialog } from '../codebook-state.ts';

type DialogProps = { readonly code: NamedCode; readonly target: NamedCode; readonly onClose: () => void };

/** A code dropped on another can be meant in two ways: asks which. */
export function DropCodeDialog({ code, target, onClose }: DialogProps) {
  const { t } = useWords();
  const move = useCommand('codes.move', { ownErrors: true });
  const names = { name: code.name, target: target.name };
  return (
    <Dialog
      title={t('codebook.drop.title', names)}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button onPress={() => openCodebookDialog({ kind: 'merge', code: code.code.id, into: target.code.id })}>
            {t('codebook.drop.merge', names)}
          </Button>
          <Button
            look="main"
            autoFocus
            isDisabled={move.isPending}
            onPress={() =>
              move.mutate({ code: code.code.id, parent: target.code.id, before: null }, { onSuccess: onClose })
            }
          >
            {t('codebook.drop.move', names)}
          </Button>
        </>
      }
    >
      <p>{t('codebook.drop.text', names)}</p>
      {move.error ? <ErrorNote error={move.error} /> : null}
    </Dialog>
  );
}
