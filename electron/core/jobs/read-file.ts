import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { AbortSignalLike } from '../../../shared/contract/methods.ts';
import { fileKind } from '../import/file-kind.ts';
import type { ParsedFile, TranscriptFile } from '../import/parsed-file.ts';
import { readTranscript } from '../import/read-transcript.ts';
import { ReadingThread } from './reading-thread.ts';

/** Files above this, in bytes, are read in a thread; below it, one alone costs less than the thread. */
export const ownThreadFrom = 2 * 1024 * 1024;

/** From so many files on, all are read in the one thread. */
const threadForFiles = 8;

/** Reads the files of one job, one after another; `end` it when the job is done. */
export type FileReader = {
  /** Throws what `readTranscript` throws, `cancelled`, and `file_format` (`too_slow`). */
  readonly read: (file: TranscriptFile) => Promise<ParsedFile>;
  readonly end: () => void;
};

/** A reader for so many files: many, large ones and PDFs are read in a thread, so that other calls go on and an abort ends the reading at once. */
export function fileReader(files: number, signal?: AbortSignalLike): FileReader {
  const thread = new ReadingThread();
  return {
    read: async (file) => {
      if (signal?.aborted === true) throw new VerbatimError('cancelled', {});
      const apart = files >= threadForFiles || file.bytes.length > ownThreadFrom || fileKind(file.bytes) === 'pdf';
      return apart ? thread.read(file, signal) : readTranscript(file);
    },
    end: () => thread.end(),
  };
}

/** Reads one file. */
export async function readFile(file: TranscriptFile, signal?: AbortSignalLike): Promise<ParsedFile> {
  const reader = fileReader(1, signal);
  try {
    return await reader.read(file);
  } finally {
    reader.end();
  }
}
