import type { Input, Output } from '../../shared/contract/methods.ts';
import { reportError } from '../app/error-report.ts';
import { call } from './connection.ts';
import type { CommandName } from './hooks.ts';
import { queryClient } from './query-client.ts';

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
