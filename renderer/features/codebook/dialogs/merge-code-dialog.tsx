import { useMemo, useState } from 'react';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeChip } from '../../../ui/code-chip.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { NamedCode } from '../code-names.ts';
import { CodePick } from '../pick/code-pick.tsx';
import { selectCode } from '../codebook-state.ts';
import styles from './merge-code-dialog.module.css';
import { showUndoToast } from '../../../app/undo-toast.ts';

type DialogProps = {
  readonly code: NamedCode;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  /** The code it was dropped on, if it was. */
  readonly into: CodeId | null;
  readonly onClose: () => void;
};

/** Chooses the code to merge into, and says by count what will become of everything before it does. */
export function MergeCodeDialog({ code, codes, into, onClose }: DialogProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(into);
  const merge = useCommand('codes.merge', { ownErrors: true });
  const others = useMemo(
    () => [...codes.values()].filter((other) => other.code.id !== code.code.id && !other.code.retired),
    [codes, code],
  );
  const target = chosen === null ? undefined : codes.get(chosen);
  const preview = useQuery(
    'codes.mergePreview',
    { code: code.code.id, into: chosen ?? code.code.id },
    { enabled: chosen !== null, ownErrors: true },
  );
  const counts = preview.data;
  const error = merge.error ?? preview.error;

  const confirm = (): void => {
    if (!target) return;
    merge.mutateAsync({ code: code.code.id, into: target.code.id }, { onSuccess: onClose }).then(
      () => {
        selectCode(target.code.id);
        showUndoToast(t, t('codebook.merged', { name: code.name, target: target.name }));
      },
      () => null,
    );
  };

  return (
    <Dialog
      title={t('codebook.merge.title', { name: code.name })}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose} autoFocus={into !== null}>
            {t('app.cancel')}
          </Button>
          <Button look="main" isDisabled={!target || !counts || merge.isPending} onPress={confirm}>
            {t('codebook.merge.button', { codings: (counts?.codings ?? 0) + (counts?.doubled ?? 0) })}
          </Button>
        </>
      }
    >
      {target ? (
        <p className={styles.target}>
          {t('codebook.merge.into')}{' '}
          <CodeChip name={target.name} lang={target.lang} color={target.code.color} mark={target.code.mark} />
        </p>
      ) : null}
      <CodePick label={t('codebook.merge.find')} codes={others} onPick={setChosen} />
      {target && counts ? (
        <ul className={styles.counts} aria-live="polite">
          <li>{t('codebook.merge.codings', { codings: counts.codings, target: target.name })}</li>
          {counts.doubled > 0 ? <li>{t('codebook.merge.doubled', { doubled: counts.doubled })}</li> : null}
          {counts.children > 0 ? <li>{t('codebook.merge.children', { children: counts.children })}</li> : null}
          <li>{t('codebook.merge.more', { examples: counts.examples, memos: counts.memos, name: code.name })}</li>
        </ul>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
