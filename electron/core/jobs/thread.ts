import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { VerbatimError, type WireError } from '../../../shared/contract/errors.ts';
import type { CallContext } from '../../../shared/contract/methods.ts';

/** What a thread says: how far it is, then once its answer, or an error of the closed union. */
export type ThreadMessage =
  | { readonly done: number; readonly total: number }
  | { readonly answer: unknown }
  | { readonly error: WireError };

export type ThreadOrder = {
  /** The worker's module, without its ending: `read-worker`. */
  readonly module: string;
  readonly data: unknown;
  /** Buffers handed over instead of copied. */
  readonly transfer?: readonly ArrayBuffer[];
  /** The thread is given up after this many milliseconds; without it, only by the caller. */
  readonly longest?: number;
  /** The error when time or memory run out. */
  readonly onOverrun?: () => Error;
  readonly signal?: CallContext['signal'] | undefined;
  readonly onProgress?: (done: number, total: number) => void;
};

/** A thread that needs more memory, in mebibytes, is given up. */
const mostMemory = 2_048;
/** How often an order to cancel is looked for, in milliseconds. */
const cancelLooked = 50;

/**
 * Runs one order in a worker thread of its own, which ends with it: other calls go on meanwhile, an abort ends it at once,
 * and neither time nor memory run away. Throws what the thread throws, `cancelled`, and what `onOverrun` makes.
 */
export function runThread<Answer>(order: ThreadOrder): Promise<Answer> {
  const { signal, onProgress, longest } = order;
  const onOverrun = order.onOverrun ?? (() => new Error(`the thread ${order.module} needs too much time or memory`));
  if (signal?.aborted === true) return Promise.reject(new VerbatimError('cancelled', {}));
  const worker = new Worker(workerPath(order.module), {
    workerData: order.data,
    transferList: [...(order.transfer ?? [])],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    // What libraries say to the console is for their developers.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise((resolve, reject) => {
    const giveUp = (error: Error): void => {
      reject(error);
      void worker.terminate();
    };
    const timer = longest === undefined ? undefined : setTimeout(() => giveUp(onOverrun()), longest);
    const looking = setInterval(() => {
      if (signal?.aborted === true) giveUp(new VerbatimError('cancelled', {}));
    }, cancelLooked);
    worker.on('message', (message: ThreadMessage) => {
      if ('answer' in message) resolve(message.answer as Answer);
      else if ('error' in message) reject(VerbatimError.fromWire(message.error));
      else if (signal?.aborted !== true) onProgress?.(message.done, message.total);
    });
    worker.on('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? onOverrun() : error),
    );
    worker.on('exit', () => {
      clearTimeout(timer);
      clearInterval(looking);
      reject(new Error(`the thread ${order.module} ended without an answer`));
    });
  });
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
