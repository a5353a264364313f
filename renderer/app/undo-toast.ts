import { onCoreEvent } from '../api/connection.ts';
import { runCommand } from '../api/run-command.ts';
import type { Words } from '../i18n/text.ts';
import { closeToast, showToast } from '../ui/toast.tsx';

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
  if (revision === null || revision === 0 || revision < newest) {
    showToast({ text });
    offered = null;
    return;
  }
  // Another command may be on its way: what it does is not taken back in place of this.
  const run = (): void => void runCommand('history.undo', { revision }).catch(() => null);
  offered = { toast: showToast({ text, action: { label: t('app.undo'), run } }), revision };
}
