import { useCallback } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { useSettings } from '../../app/use-settings.ts';
import { goToStep } from './tour-state.ts';

/** Opens the sample study, with the tour unless it has been left once. */
export function useOpenSample(): { readonly open: () => void; readonly isPending: boolean } {
  const { shownLanguage, tourLeft } = useSettings();
  const { mutateAsync, isPending } = useCommand('project.sample');
  const open = useCallback(() => {
    mutateAsync({ language: shownLanguage }).then(
      () => {
        if (!tourLeft) goToStep(0);
      },
      () => null,
    );
  }, [mutateAsync, shownLanguage, tourLeft]);
  return { open, isPending };
}
