import { useEffect } from 'react';
import { useSavedFile } from '../api/files.ts';
import { useWords } from '../i18n/text.ts';
import { showToast } from '../ui/toast.tsx';
import { openOverlay } from './commands/overlays.ts';
import { reportError } from '../api/error-report.ts';

/** Says which file has been saved, and offers to look what it tells of people before it is handed on. */
export function useSavedNote(): void {
  const { t } = useWords();
  const saved = useSavedFile((s) => s.saved);
  useEffect(() => {
    if (saved === null) return;
    const look = async (): Promise<void> => openOverlay({ kind: 'privacyOf', ticket: await saved.ticket() });
    showToast({
      text: t('protection.saved', { file: saved.name }),
      action: { label: t('protection.check'), run: () => void look().catch(reportError) },
    });
    // Once for each file: another language later says nothing new.
    useSavedFile.setState({ saved: null });
  }, [saved, t]);
}
