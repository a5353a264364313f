import type { Input, Output } from '../../shared/contract/methods.ts';
import { reportError } from './error-report.ts';
import { call } from './connection.ts';
import type { CommandName, QueryName } from './hooks.ts';
import { patchAnswer, queryClient, queryKey } from './query-client.ts';

/**
 * Runs a command without a component that listens to how it goes: nothing is drawn anew but the mark of saving.
 * A failure is shown above the status bar and thrown.
 */
export function runCommand<Name extends CommandName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  return queryClient
    .getMutationCache()
    .build<Output<Name>, Error, Input<Name>, unknown>(queryClient, {
      mutationKey: [method],
      mutationFn: (given) => call(method, given),
      onError: reportError,
    })
    .execute(input);
}

/** What a command will make of an answer that is on the page. */
type Foreseen<Name extends QueryName> = {
  readonly method: Name;
  readonly input: Input<Name>;
  readonly patch: (answer: Output<Name>) => Output<Name>;
};

/** Runs a command and shows at once what it will change, as when a box is ticked; where it is refused, the page goes back. */
export function runShownAtOnce<Name extends CommandName, Answer extends QueryName>(
  method: Name,
  input: Input<Name>,
  { method: answered, input: asked, patch }: Foreseen<Answer>,
): void {
  patchAnswer(answered, asked, patch);
  runCommand(method, input).catch(() => void queryClient.invalidateQueries({ queryKey: queryKey(answered, asked) }));
}
