import { call, onCoreEvent } from '../api/connection.ts';
import type { Words } from '../i18n/text.ts';
import { closeToast, showToast } from '../ui/toast.tsx';
import { reportError } from '../api/error-report.ts';

/** The toast that last offered Undo, and the revision it offers to undo. */
let offered: { readonly toast: string; readonly revision: number } | null = null;

/** The newest revision of the open project that was announced. A command's own is announced before its answer comes. */
let newest = 0;

onCoreEvent((event) => {
  if (event.name === 'projectSwitched') newest = 0;
  if (event.name !== 'changed') return;
  newest = event.data.revision;
  // Once something else has been done, Undo would take that back and not what the toast says.
  if (offered === null || newest <= offered.revision) return;
  closeToast(offered.toast);
  offered = null;
});

/**
 * Says what was just done, with Undo beside it until something else is done. `revision` is the one it made, null where it
 * changed nothing; commands that do not answer it have made the newest.
 */
export function showUndoToast(t: Words['t'], text: string, revision: number | null = newest): void {
  const isLast = revision !== null && revision >= newest;
  const run = (): void => void call('history.undo', {}).catch(reportError);
  const toast = showToast({ text, ...(isLast ? { action: { label: t('app.undo'), run } } : {}) });
  offered = isLast ? { toast, revision } : null;
}
