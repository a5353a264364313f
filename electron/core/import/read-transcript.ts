import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { FormatReason } from '../../../shared/domain/file-reasons.ts';
import { ColumnMissing } from '../../../shared/import/segments/segment-columns.ts';
import { matchedTurns } from '../../../shared/import/turns/matched-turns.ts';
import { parseTurns } from '../../../shared/import/turns/parse-turns.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { type Container, openContainer } from './container.ts';
import { docxText, isDocx } from './docx.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { guardedMatcher } from './guarded-matcher.ts';
import { odtText, openDocumentKind } from './odt.ts';
import type { ParsedFile, ReadFile, TranscriptFile, TranscriptFormat } from './parsed-file.ts';
import { pdfText } from './pdf.ts';
import { readText } from './read-text.ts';
import { rtfText } from './rtf.ts';
import { fileError, FormatError } from './unreadable.ts';

/** Largest file read, in bytes. */
export const largestFile = 100 * 1024 * 1024;

const unreadable: Readonly<Partial<Record<FileKind, FormatReason>>> = {
  ole: 'word97',
  'ole-encrypted': 'encrypted',
  image: 'picture',
  media: 'recording',
  gzip: 'compressed',
  sqlite: 'database',
};

/**
 * Reads a transcript: kind by content, then text, turns, speakers and language. Plain text and Markdown are stored as they
 * stand (mark stripped, line ends LF); every other format by the rule documented at its reader (`docs/formats.md` has them all).
 * A PDF is to be read in a thread of its own (`readFile` does so). Throws VerbatimError: `file_empty` (no bytes, a mark or blanks only), `file_encoding` (naming the first undecodable byte, 0-based, unless U+FFFD may stand for it),
 * `file_format` (a kind that is not read), `file_damaged`, `file_too_large`, `csv_header` (a column the user named is not there),
 * `speaker_pattern`, `invalid_input` (an unknown encoding).
 */
export async function readTranscript(file: TranscriptFile): Promise<ParsedFile> {
  const { fileName, bytes } = file;
  if (bytes.length > largestFile) {
    throw new VerbatimError('file_too_large', { file: fileName, size: bytes.length, limit: largestFile });
  }
  try {
    const read = await readKind(file);
    // The same length: what positions there are stay true.
    const text = read.text.toWellFormed().replaceAll('\0', '\ufffd');
    if (text.trim() === '') throw new VerbatimError('file_empty', { file: fileName });
    const { turns, speakers, pattern } = turnsOf({ ...read, text }, file);
    return {
      text,
      turns,
      speakers,
      pattern,
      format: read.format,
      encoding: read.encoding,
      encodingConfidence: read.encodingConfidence,
      comments: read.comments ?? [],
      replaced: read.replaced === true ? replacements(text) : [],
      ...(read.columns === undefined ? {} : { columns: read.columns }),
      language: file.language ?? guessLanguage(text),
    };
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('unknown encoding')) {
      throw new VerbatimError('invalid_input', { method: 'import', detail: `${fileName}: ${error.message}` });
    }
    if (error instanceof ColumnMissing) {
      throw new VerbatimError('csv_header', { file: fileName, missing: [error.missing], found: [...error.found] });
    }
    throw fileError(fileName, error);
  }
}

function turnsOf(read: ReadFile, file: TranscriptFile): NonNullable<ReadFile['turns']> {
  const named = read.turns?.turns.some(({ speaker }) => speaker !== null) ?? false;
  if (read.turns !== undefined && (named || file.speakerPattern === undefined)) return read.turns;
  if (file.speakerPattern !== undefined) return matchedTurns(read.text, guardedMatcher(file.speakerPattern));
  return parseTurns(read.text, {
    ...(file.pattern === undefined ? {} : { pattern: file.pattern }),
    ...(read.emphasis === undefined ? {} : { emphasis: read.emphasis }),
  });
}

async function readKind(file: TranscriptFile): Promise<ReadFile> {
  const kind = fileKind(file.bytes);
  const reason = unreadable[kind];
  if (reason !== undefined) throw new FormatError(reason);
  if (kind === 'zip') return readContainer(file);
  if (kind === 'rtf') return { ...ofOwnEncoding('rtf'), ...rtfText(file.bytes, file.undecodable) };
  if (kind === 'pdf') return { ...ofOwnEncoding('pdf'), text: await pdfText(file.bytes) };
  return readText(file);
}

function replacements(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) places.push(at);
  return places;
}

function ofOwnEncoding(format: TranscriptFormat): Omit<ReadFile, 'text'> {
  return { format, encoding: null, encodingConfidence: 'certain' };
}

async function readContainer(file: TranscriptFile): Promise<ReadFile> {
  const container = await openContainer(file.bytes);
  if (isDocx(container)) return { ...ofOwnEncoding('docx'), ...(await docxText(container, file)) };
  const kind = await openDocumentKind(container);
  if (kind === 'text') return { ...ofOwnEncoding('odt'), ...(await odtText(container)) };
  throw new FormatError(otherContainer(container, kind));
}

function otherContainer({ names }: Container, openDocument: string | null): FormatReason {
  if (openDocument === 'spreadsheet' || [...names].some((name) => name.startsWith('xl/'))) return 'spreadsheet';
  if (openDocument === 'presentation' || [...names].some((name) => name.startsWith('ppt/'))) return 'presentation';
  return 'archive';
}
