import { VerbatimError } from '../../../shared/contract/errors.ts';
import { fileKind } from '../import/file-kind.ts';
import type { AbortSignalLike } from '../../../shared/contract/methods.ts';
import type { ParsedFile, TranscriptFile } from '../import/parsed-file.ts';
import { readTranscript } from '../import/read-transcript.ts';
import { runThread } from './thread.ts';

/** Files above this, in bytes, are read in a thread of their own; below it a thread costs more than it saves. */
export const ownThreadFrom = 2 * 1024 * 1024;

/** A thread that takes longer, in milliseconds, is given up with its file. */
const longestReading = 180_000;

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
  const bytes = Uint8Array.from(file.bytes);
  return runThread<ParsedFile>({
    module: 'read-worker',
    data: { ...file, bytes } satisfies TranscriptFile,
    transfer: [bytes.buffer],
    longest: longestReading,
    onOverrun: () => new VerbatimError('file_format', { file: file.fileName, reason: 'too_slow' }),
    signal,
  });
}
