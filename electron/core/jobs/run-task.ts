import { VerbatimError, type WireError } from '../../../shared/contract/errors.ts';
import type { CallContext } from '../../../shared/contract/methods.ts';
import type { TaskAnswer, TaskInput, TaskName } from './tasks.ts';
import { cancelLooked, startedThread } from './thread.ts';

/** What the thread of a task says: how far it is, then once its answer, or an error of the closed union. */
export type TaskMessage =
  | { readonly done: number; readonly total: number }
  | { readonly answer: unknown }
  | { readonly error: WireError };

/**
 * Runs a task in a thread of its own, with the progress and the cancel of the job that asked for it: other calls are
 * answered meanwhile, and an abort ends it at once. Throws `cancelled` when the job is, and what the task throws.
 */
export function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  call: CallContext,
): Promise<TaskAnswer<Name>> {
  const { signal } = call;
  if (signal.aborted) return Promise.reject(new VerbatimError('cancelled', {}));
  const worker = startedThread('task-worker', { name, input });
  return new Promise((resolve, reject) => {
    const looking = setInterval(() => {
      if (!signal.aborted) return;
      reject(new VerbatimError('cancelled', {}));
      void worker.terminate();
    }, cancelLooked);
    worker.on('message', (message: TaskMessage) => {
      if ('answer' in message) resolve(message.answer as TaskAnswer<Name>);
      else if ('error' in message) reject(VerbatimError.fromWire(message.error));
      else if (!signal.aborted) call.progress(message.done, message.total);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearInterval(looking);
      reject(new Error(`the thread of ${name} ended without an answer`));
    });
  });
}
