import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { readTranscript } from '../import/read-transcript.ts';
import type { ReadAnswer, ReadOrder } from './read-file.ts';

// The one thing this thread does: read the file it was started with, answer, end.
const order = workerData as ReadOrder;
const answer: ReadAnswer = await readTranscript(order.file).then(
  (parsed) => ({ parsed }),
  (error: unknown) => {
    if (error instanceof VerbatimError) return { error: error.toWire() };
    throw error;
  },
);
parentPort?.postMessage(answer);
