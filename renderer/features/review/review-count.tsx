import type { DoubtedSelection } from '../../../shared/contract/methods/review.ts';
import { useQueryPart } from '../../api/hooks.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';

function waiting(passages: readonly DoubtedSelection[]): number {
  return passages.filter(({ kept }) => !kept).length;
}

/** How many passages wait to be looked at, for the status bar; opens their list. */
export function ReviewCount() {
  const { t } = useWords();
  const count = useQueryPart('review.list', {}, waiting) ?? 0;
  if (count === 0) return null;
  return (
    <Button look="plain" onPress={() => openOverlay('review')}>
      <StateIcon state="warn" /> {t('review.count', { count })}
    </Button>
  );
}
