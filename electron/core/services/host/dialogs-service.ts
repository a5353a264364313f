import type { Context, Service } from '../project/context.ts';

/** The system's file dialogs, where the host has them; elsewhere every answer is "nothing chosen". */
export function dialogsService({
  ports,
  tickets,
}: Context): Service<'dialogs.openProject' | 'dialogs.chooseFolder' | 'dialogs.savePlace'> {
  const granted = (path: string | null | undefined) => ({
    ticket: typeof path === 'string' ? tickets.grantPath(path) : null,
  });
  return {
    'dialogs.openProject': async () => granted(await ports.dialogs?.chooseProject()),
    'dialogs.chooseFolder': async () => granted(await ports.dialogs?.chooseFolder()),
    'dialogs.savePlace': async ({ suggestedName }) => granted(await ports.dialogs?.choosePlace(suggestedName)),
  };
}
