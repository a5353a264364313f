import type { Handlers } from '../../../shared/contract/methods.ts';
import type { Ports } from '../ports.ts';

/** The system's file dialogs, where the host has them; the chosen path stays here, the client gets a ticket. */
export function dialogHandlers(
  dialogs: Ports['dialogs'],
  grantPath: (path: string) => string,
): Pick<Handlers, 'dialogs.openProject' | 'dialogs.savePlace'> {
  const granted = (path: string | null | undefined) => ({ ticket: path ? grantPath(path) : null });
  return {
    'dialogs.openProject': async () => granted(await dialogs?.chooseProject()),
    'dialogs.savePlace': async ({ suggestedName }) => granted(await dialogs?.choosePlace(suggestedName)),
  };
}
