import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { DamageReason, FormatReason } from '../../../shared/domain/file-reasons.ts';

/** Thrown by a reader for a file that is of no kind it reads. */
export class FormatError extends Error {
  readonly reason: FormatReason;

  constructor(reason: FormatReason, options?: { cause?: unknown }) {
    super(`unreadable: ${reason}`, options);
    this.name = 'FormatError';
    this.reason = reason;
  }
}

/** Thrown by a reader for a file that is broken; another copy may be whole. */
export class DamageError extends Error {
  readonly reason: DamageReason;

  constructor(reason: DamageReason, options?: { cause?: unknown }) {
    super(`damaged: ${reason}`, options);
    this.name = 'DamageError';
    this.reason = reason;
  }
}

/** Thrown by a reader for bytes that are not valid in the encoding they are declared in. */
export class BytesError extends Error {
  readonly encoding: string;
  readonly byte: number;

  /** `byte` is the 0-based offset in the file. */
  constructor(encoding: string, byte: number) {
    super(`undecodable: ${encoding} at ${byte}`);
    this.name = 'BytesError';
    this.encoding = encoding;
    this.byte = byte;
  }
}

/** A reader's error with the name of its file: `file_format`, `file_damaged` or `file_encoding`; others as they are. */
export function fileError(file: string, error: unknown): unknown {
  if (error instanceof FormatError)
    return new VerbatimError('file_format', { file, reason: error.reason }, { cause: error });
  if (error instanceof DamageError)
    return new VerbatimError('file_damaged', { file, reason: error.reason }, { cause: error });
  if (error instanceof BytesError)
    return new VerbatimError('file_encoding', { file, encoding: error.encoding, byte: error.byte });
  return error;
}
