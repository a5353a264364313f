import type { CodeId } from '../../../../shared/domain/ids.ts';
import { CodeDialog } from './code-dialog.tsx';
import type { NamedCode } from '../code-names.ts';
import { closeCodebookDialog, useCodebookState } from '../codebook-state.ts';
import { DeleteCodeDialog } from './delete-code-dialog.tsx';
import { DropCodeDialog } from './drop-code-dialog.tsx';
import { ImportCodebookDialog } from './import-codebook-dialog.tsx';
import { MergeCodeDialog } from './merge-code-dialog.tsx';
import { SplitCodeDialog } from './split-code-dialog.tsx';

type DialogsProps = { readonly codes: ReadonlyMap<CodeId, NamedCode> };

/** The one dialog of the codebook that is open; none once its code is gone (undone, deleted elsewhere). */
export function CodebookDialogs({ codes }: DialogsProps) {
  const dialog = useCodebookState((s) => s.dialog);
  if (!dialog) return null;
  const common = { codes, onClose: closeCodebookDialog };
  if (dialog.kind === 'new') return <CodeDialog edited={null} under={dialog.parent} {...common} />;
  if (dialog.kind === 'import') return <ImportCodebookDialog key={dialog.file?.name} file={dialog.file} {...common} />;
  const code = codes.get(dialog.code);
  if (!code) return null;
  switch (dialog.kind) {
    case 'edit':
      return <CodeDialog edited={code} under={code.code.parent} {...common} />;
    case 'delete':
      return <DeleteCodeDialog code={code} {...common} />;
    case 'split':
      return <SplitCodeDialog code={code} {...common} />;
    case 'merge':
      return <MergeCodeDialog key={dialog.into} code={code} into={dialog.into} {...common} />;
    case 'drop': {
      const target = codes.get(dialog.target);
      return target ? <DropCodeDialog code={code} target={target} onClose={closeCodebookDialog} /> : null;
    }
  }
}
