import { call, onCoreEvent } from '../api/connection.ts';
import type { Words } from '../i18n/text.ts';
import { closeToast, showToast } from '../ui/toast.tsx';
import { reportError } from '../api/error-report.ts';

/** The toast that last offered Undo, and the revision it offers to undo. */
let offered: { readonly toast: string; readonly revision: number } | null = null;

// Once something else has been done, Undo would take that back and not what the toast says.
onCoreEvent((event) => {
  if (offered === null || event.name !== 'changed' || event.data.revision <= offered.revision) return;
  closeToast(offered.toast);
  offered = null;
});

/** Says what was just done, with Undo beside it until something else is done. */
export function showUndoToast(t: Words['t'], text: string): void {
  const run = (): void => void call('history.undo', {}).catch(reportError);
  call('history.state', {})
    .then(({ revision }) => {
      offered = { toast: showToast({ text, action: { label: t('app.undo'), run } }), revision };
    })
    .catch(reportError);
}
