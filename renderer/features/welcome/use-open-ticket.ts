import { isVerbatimError, type VerbatimError } from '../../../shared/contract/errors.ts';
import { useCommand } from '../../api/hooks.ts';
import { closeOverlay, openOverlay } from '../../app/commands/overlays.ts';

/** Opens the project behind a ticket; one that is locked asks for its passphrase. */
export function useOpenTicket(): { readonly open: (ticket: string) => void; readonly error: VerbatimError | null } {
  const { mutate, error } = useCommand('project.open', { ownErrors: true });
  const open = (ticket: string): void =>
    mutate(
      { ticket },
      {
        onSuccess: closeOverlay,
        onError: (failure) => {
          if (isVerbatimError(failure, 'passphrase_needed'))
            openOverlay({ kind: 'unlock', ticket, file: failure.params.file });
        },
      },
    );
  return { open, error: error?.code === 'passphrase_needed' ? null : error };
}
