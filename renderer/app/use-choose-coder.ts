import { useCallback } from 'react';
import { isVerbatimError } from '../../shared/contract/errors.ts';
import type { Coder } from '../../shared/contract/schema/entities.ts';
import { useCommand } from '../api/hooks.ts';
import { openOverlay } from './commands/overlays.ts';
import { reportError } from '../api/error-report.ts';

/** Codes as somebody else from now on; asks first where a blind coder would so see everything. */
export function useChooseCoder(): (coder: Pick<Coder, 'id' | 'name'>) => void {
  const { mutate } = useCommand('coders.choose', { ownErrors: true });
  return useCallback(
    (coder) =>
      mutate(
        { coder: coder.id },
        {
          onError: (error) =>
            isVerbatimError(error, 'blind') ? openOverlay({ kind: 'leaveBlind', coder }) : reportError(error),
        },
      ),
    [mutate],
  );
}
