import type { Worker } from 'node:worker_threads';
import { VerbatimError, type WireError } from '../../../shared/contract/errors.ts';
import type { AbortSignalLike } from '../../../shared/contract/methods.ts';
import type { ParsedFile, TranscriptFile } from '../import/parsed-file.ts';
import { cancelLooked, startedThread } from './thread.ts';

/** A file that takes longer, in milliseconds, is given up, and the thread with it. */
const longestReading = 180_000;

export type ReadAnswer = { readonly parsed: ParsedFile } | { readonly error: WireError };

/**
 * A thread that reads transcripts one after another, so that other calls go on, an abort ends it at once, and neither time nor memory run
 * away. It begins with the first file and ends with `end`; where a file brought it down, the next one gets a new one.
 */
export class ReadingThread {
  private worker: Worker | null = null;

  /** Throws what `readTranscript` throws, `cancelled`, and `file_format` (`too_slow`). One file at a time. */
  read(file: TranscriptFile, signal?: AbortSignalLike): Promise<ParsedFile> {
    const worker = (this.worker ??= startedThread('read-worker'));
    return new Promise((resolve, reject) => {
      const listeners = {
        message: (answer: ReadAnswer): void => {
          if ('parsed' in answer) settle(() => resolve(answer.parsed));
          else settle(() => reject(VerbatimError.fromWire(answer.error)));
        },
        error: (error: Error & { code?: string }): void =>
          giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooSlow(file) : error),
        exit: (): void => giveUp(new Error('the reading thread ended without an answer')),
      };
      const timer = setTimeout(() => giveUp(tooSlow(file)), longestReading);
      const looking = setInterval(() => {
        if (signal?.aborted === true) giveUp(new VerbatimError('cancelled', {}));
      }, cancelLooked);
      const settle = (answer: () => void): void => {
        clearTimeout(timer);
        clearInterval(looking);
        for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
        answer();
      };
      const giveUp = (error: Error): void => {
        this.end();
        settle(() => reject(error));
      };
      for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
      const bytes = Uint8Array.from(file.bytes);
      worker.postMessage({ ...file, bytes }, [bytes.buffer]);
    });
  }

  end(): void {
    const ended = this.worker;
    this.worker = null;
    // A last error, of a thread that is not asked any more, concerns nobody.
    ended?.on('error', () => {});
    void ended?.terminate();
  }
}

function tooSlow({ fileName }: TranscriptFile): VerbatimError {
  return new VerbatimError('file_format', { file: fileName, reason: 'too_slow' });
}
