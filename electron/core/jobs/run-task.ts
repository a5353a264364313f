import type { CallContext } from '../../../shared/contract/methods.ts';
import type { TaskAnswer, TaskInput, TaskName } from './tasks.ts';
import { runThread } from './thread.ts';

/**
 * Runs a task in a thread of its own, with the progress and the cancel of the job that asked for it: other calls are
 * answered meanwhile. Throws `cancelled` when the job is.
 */
export function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  call: CallContext,
): Promise<TaskAnswer<Name>> {
  return runThread<TaskAnswer<Name>>({
    module: 'task-worker',
    data: { name, input },
    signal: call.signal,
    onProgress: (done, total) => call.progress(done, total),
  });
}
