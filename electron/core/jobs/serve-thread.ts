import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { ThreadMessage } from './thread.ts';

/** The other end of `runThread`: does the one order this thread was started with, answers, and lets the thread end. */
export async function serveThread(
  work: (data: unknown, progress: (done: number, total: number) => void) => unknown,
): Promise<void> {
  const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
  try {
    say({ answer: await work(workerData, (done, total) => say({ done, total })) });
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    say({ error: error.toWire() });
  }
}
