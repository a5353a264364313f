import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { TaskMessage } from './run-task.ts';
import { type Task, type TaskName, tasks } from './tasks.ts';

/** Progress is told at most this often, in milliseconds. */
const reported = 100;

const say = (message: TaskMessage): void => parentPort?.postMessage(message);

function answerTo({ name, input }: { readonly name: TaskName; readonly input: unknown }): unknown {
  const { total, run } = tasks[name] as Task<unknown, unknown>;
  const steps = total(input);
  const running = run(input);
  let told = -reported;
  let step = running.next();
  while (step.done !== true) {
    const now = performance.now();
    if (now - told >= reported) {
      told = now;
      say({ done: step.value, total: steps });
    }
    step = running.next();
  }
  return step.value;
}

// The one thing this thread does: run the task it was started with, telling how far it is. What it throws otherwise ends it.
try {
  say({ answer: answerTo(workerData as Parameters<typeof answerTo>[0]) });
} catch (error) {
  if (!(error instanceof VerbatimError)) throw error;
  say({ error: error.toWire() });
}
