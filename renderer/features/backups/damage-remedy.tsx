import type { VerbatimError } from '../../../shared/contract/errors.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';

/** What can be done about a damaged project; nothing beside any other error. */
export function DamageRemedy({ error, look = 'edged' }: { error: VerbatimError; look?: 'edged' | 'main' }) {
  const { t } = useWords();
  if (error.code !== 'project_damaged') return null;
  return (
    <Button look={look} onPress={() => openOverlay('restoreBackup')}>
      {t('command.backup.restore')}
    </Button>
  );
}
