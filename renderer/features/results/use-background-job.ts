import { useEffect, useState } from 'react';
import type { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Input, JobName, Output } from '../../../shared/contract/methods.ts';
import { call } from '../../api/connection.ts';
import { asVerbatimError } from '../../api/error-report.ts';

export type BackgroundJob<Name extends JobName> = {
  /** Null until it is there. */
  readonly answer: Output<Name> | null;
  readonly error: VerbatimError | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly isRunning: boolean;
  readonly cancel: () => void;
};

type State<Name extends JobName> = Pick<BackgroundJob<Name>, 'answer' | 'error' | 'progress'> & {
  readonly controller: AbortController | null;
};

const nothing = { answer: null, error: null, progress: null, controller: null };

/**
 * A job run in the background each time its input or the data change; null: none. The job of an input no longer shown is
 * cancelled; one the reader cancels stays away until the input changes.
 */
export function useBackgroundJob<Name extends JobName>(
  method: Name,
  input: Input<Name> | null,
  revision: number,
): BackgroundJob<Name> {
  const [state, setState] = useState<State<Name>>(nothing);
  // Text, because the input is a new object at every change of anything.
  const key = input === null ? null : JSON.stringify([input, revision]);
  useEffect(() => {
    if (key === null) {
      setState(nothing);
      return;
    }
    const controller = new AbortController();
    const [wanted] = JSON.parse(key) as [Input<Name>];
    const isShown = (): boolean => !controller.signal.aborted;
    setState({ ...nothing, controller });
    call(method, wanted, {
      signal: controller.signal,
      onProgress: (done, total) => isShown() && setState((now) => ({ ...now, progress: { done, total } })),
    }).then(
      (answer) => isShown() && setState({ ...nothing, answer }),
      (error: unknown) => isShown() && setState({ ...nothing, error: asVerbatimError(error) }),
    );
    return () => controller.abort();
  }, [key, method]);
  const { answer, error, progress, controller } = state;
  return {
    answer,
    error,
    progress,
    isRunning: controller !== null,
    cancel: () => {
      controller?.abort();
      setState(nothing);
    },
  };
}
