import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { fileError } from './file-errors.ts';

/** `application_id` of a project file: "VBTM". */
export const applicationId = 0x56_42_54_4d;

/** The first bytes of a file, zeros where it is shorter. Throws what the file system does. */
export function fileHead(path: string, length: number): Buffer {
  const head = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, length, 0);
  } finally {
    closeSync(file);
  }
  return head;
}

/**
 * Reads the 100-byte header before SQLite sees the file and answers its schema version.
 * Throws `project_not_found`, `project_foreign`, `project_damaged` or `file_unreadable`.
 */
export function readProjectHeader(path: string): { schema: number } {
  const file = basename(path);
  let header: Buffer;
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new VerbatimError('project_foreign', { file });
    size = stat.size;
    header = fileHead(path, 100);
  } catch (error) {
    throw fileError(error, path, 'project_not_found');
  }
  // The header's own count of pages holds only if no log or journal is beside the file.
  return readHeader(header, { file, size, isAlone: !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`) });
}

/** Whether the first 100 bytes of a file are those of a project. */
export function isProjectHeader(header: Buffer): boolean {
  return (
    header.length >= 100 &&
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readUInt32BE(68) === applicationId
  );
}

/**
 * The same of a header already read, of a file of `size` bytes; `isAlone`: nothing beside it may hold more of the project.
 * Throws `project_foreign` or `project_damaged`.
 */
export function readHeader(
  header: Buffer,
  { file, size, isAlone }: { file: string; size: number; isAlone: boolean },
): { schema: number } {
  if (!isProjectHeader(header)) throw new VerbatimError('project_foreign', { file });
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // It was written with the rest if these two agree.
  const isCounted = isAlone && header.readUInt32BE(24) === header.readUInt32BE(92);
  const wholeSize = isCounted ? header.readUInt32BE(28) * pageSize : pageSize;
  if (size < wholeSize) throw new VerbatimError('project_damaged', { file, detail: 'the file is cut off' });
  return { schema: header.readUInt32BE(60) };
}
