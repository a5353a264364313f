import type { ViewState } from '../../shared/contract/methods/settings.ts';
import { patchAnswer, queryClient, queryKey } from './query-client.ts';
import { runCommand } from './run-command.ts';

/** What the project remembers of how its screens stood, as far as it has been asked for. */
export function rememberedView(): ViewState | undefined {
  return queryClient.getQueryData<ViewState>(queryKey('view.get', {}));
}

/** Has the project remember how a screen stands. Nothing is lost where it could not: the failure is shown, and that is all. */
export function rememberView(changes: Partial<ViewState>): void {
  patchAnswer('view.get', {}, (view) => ({ ...view, ...changes }));
  void runCommand('view.set', changes).catch(() => null);
}
