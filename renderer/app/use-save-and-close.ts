import { useState } from 'react';
import { isVerbatimError, type VerbatimError } from '../../shared/contract/errors.ts';
import { downloadTicket } from '../api/files.ts';
import { closeOverlay } from './commands/overlays.ts';

/** Saves the file a dialog makes (its ticket; null where that was cancelled) and closes it. What fails is said in the dialog. */
export function useSaveAndClose(make: () => Promise<string | null>): {
  readonly save: () => Promise<void>;
  readonly error: VerbatimError | null;
} {
  const [error, setError] = useState<VerbatimError | null>(null);
  const save = async (): Promise<void> => {
    setError(null);
    try {
      const ticket = await make();
      if (ticket === null) return;
      await downloadTicket(ticket);
      closeOverlay();
    } catch (failure) {
      if (isVerbatimError(failure)) setError(failure);
      else throw failure;
    }
  };
  return { save, error };
}
