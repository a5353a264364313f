import { onCoreEvent } from '../../api/connection.ts';
import { openOverlay } from '../../app/commands/overlays.ts';

/** Asks for the passphrase of a locked project the system wants to have opened. */
export function followOffers(): () => void {
  return onCoreEvent((event) => {
    if (event.name === 'lockedOffered') openOverlay({ kind: 'unlock', ...event.data });
  });
}
