import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { VerbatimError, type WireError } from '../../../shared/contract/errors.ts';
import { fileKind } from '../import/file-kind.ts';
import type { AbortSignalLike } from '../../../shared/contract/methods.ts';
import type { ParsedFile, TranscriptFile } from '../import/parsed-file.ts';
import { readTranscript } from '../import/read-transcript.ts';

/** Files above this, in bytes, are read in a thread of their own; below it a thread costs more than it saves. */
export const ownThreadFrom = 2 * 1024 * 1024;

/** A thread that takes longer, in milliseconds, or needs more memory, in mebibytes, is given up with its file. */
const longestReading = 180_000;
const mostMemory = 2_048;
/** How often an order to cancel is looked for, in milliseconds. */
const cancelLooked = 50;

export type ReadOrder = { readonly file: TranscriptFile };
export type ReadAnswer = { readonly parsed: ParsedFile } | { readonly error: WireError };

/**
 * Reads a transcript like `readTranscript`; a large file or a PDF in a worker thread, so that other calls go on, an abort ends it at once, and neither
 * time nor memory run away. Throws what `readTranscript` throws, `cancelled`, and `file_format` (`too_slow`).
 */
export function readFile(file: TranscriptFile, signal?: AbortSignalLike): Promise<ParsedFile> {
  if (signal?.aborted === true) return Promise.reject(new VerbatimError('cancelled', {}));
  return file.bytes.length > ownThreadFrom || fileKind(file.bytes) === 'pdf'
    ? readInThread(file, signal)
    : readTranscript(file);
}

function readInThread(file: TranscriptFile, signal: AbortSignalLike | undefined): Promise<ParsedFile> {
  const order: ReadOrder = { file: { ...file, bytes: Uint8Array.from(file.bytes) } };
  const worker = new Worker(workerPath(), {
    workerData: order,
    transferList: [order.file.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    // What the PDF library says to the console is for its developers.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise((resolve, reject) => {
    const giveUp = (error: VerbatimError): void => {
      reject(error);
      void worker.terminate();
    };
    const tooSlow = (): VerbatimError => new VerbatimError('file_format', { file: file.fileName, reason: 'too_slow' });
    const timer = setTimeout(() => giveUp(tooSlow()), longestReading);
    const looking = setInterval(() => {
      if (signal?.aborted === true) giveUp(new VerbatimError('cancelled', {}));
    }, cancelLooked);
    worker.on('message', (answer: ReadAnswer) => {
      if ('parsed' in answer) resolve(answer.parsed);
      else reject(VerbatimError.fromWire(answer.error));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooSlow() : error),
    );
    worker.on('exit', () => {
      clearTimeout(timer);
      clearInterval(looking);
      reject(new Error('the reading thread ended without an answer'));
    });
  });
}

/** Beside this module as source; in a bundle a module of its own, here or, where this one went into `chunks`, one folder up. */
function workerPath(): string {
  const places = ['read-worker.ts', 'read-worker.js', join('..', 'read-worker.js')].map((place) =>
    join(import.meta.dirname, place),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('the reading thread is missing beside the program');
  return found;
}
