import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A thread that needs more memory, in mebibytes, is given up. */
const mostMemory = 2_048;

/** How often an order to cancel is looked for, in milliseconds. */
export const cancelLooked = 50;

/** Starts a thread with a module of this folder (its name without the ending) and the data for it. What it says to the console is dropped: that is for developers. */
export function startedThread(module: string, data?: unknown): Worker {
  const worker = new Worker(workerPath(module), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/** Beside this module as source; in a bundle a module of its own, here or, where this one went into `chunks`, one folder up. */
function workerPath(module: string): string {
  const places = [`${module}.ts`, `${module}.js`, join('..', `${module}.js`)].map((place) =>
    join(import.meta.dirname, place),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`the thread ${module} is missing beside the program`);
  return found;
}
