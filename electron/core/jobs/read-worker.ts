import { parentPort } from 'node:worker_threads';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { TranscriptFile } from '../import/parsed-file.ts';
import { readTranscript } from '../import/read-transcript.ts';
import type { ReadAnswer } from './reading-thread.ts';

async function answerTo(file: TranscriptFile): Promise<ReadAnswer> {
  try {
    return { parsed: await readTranscript(file) };
  } catch (error) {
    if (error instanceof VerbatimError) return { error: error.toWire() };
    throw error;
  }
}

// The one thing this thread does: it reads a file when it is given one, and answers. What it throws otherwise ends it.
parentPort?.on('message', (file: TranscriptFile) => {
  void answerTo(file).then((answer) => parentPort?.postMessage(answer));
});
