import { serveThread } from './serve-thread.ts';
import { type Task, type TaskName, tasks } from './tasks.ts';

/** Progress is told at most this often, in milliseconds. */
const reported = 100;

// The one thing this thread does: run the task it was started with, telling how far it is.
await serveThread((order, progress) => {
  const { name, input } = order as { name: TaskName; input: unknown };
  const { total, run } = tasks[name] as Task<unknown, unknown>;
  const steps = total(input);
  const running = run(input);
  let told = 0;
  let step = running.next();
  while (step.done !== true) {
    const now = performance.now();
    if (now - told >= reported) {
      told = now;
      progress(step.value, steps);
    }
    step = running.next();
  }
  return step.value;
});
