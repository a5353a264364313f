import { call } from '../../api/connection.ts';
import { reportError } from '../../app/error-report.ts';
import type { Words } from '../../i18n/text.ts';
import { showToast } from '../../ui/toast.tsx';

/** Says what was done to the codebook, with Undo beside it. */
export function showUndoToast(t: Words['t'], text: string): void {
  showToast({
    text,
    action: { label: t('app.undo'), run: () => void call('history.undo', {}).catch(reportError) },
  });
}
