import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { LanguageTag, ParsedTranscript } from '../../../shared/domain/transcript.ts';
import { parseTurns } from '../../../shared/import/turns/parse-turns.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { withPlainLineEnds } from '../../../shared/text/line-ends.ts';
import { type Container, ContainerError, openContainer } from './container.ts';
import { docxText, isDocx } from './docx.ts';
import { decodeBytes, type EncodingConfidence } from './encoding.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { XmlError } from './xml-events.ts';

export type TranscriptFormat = 'text' | 'markdown' | 'docx';

export type TranscriptFile = {
  /** Name without folder; it tells Markdown from plain text and names the file in errors, nothing more is believed of it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Overrules the guess, for text formats. */
  readonly encoding?: string | undefined;
  /** Overrules the choice of the label pattern. */
  readonly pattern?: string | undefined;
  readonly language?: LanguageTag | undefined;
};

/** A file read and taken apart, nothing stored yet. */
export type ParsedFile = ParsedTranscript & {
  readonly format: TranscriptFormat;
  /** WHATWG name; null where the format brings its own. */
  readonly encoding: string | null;
  readonly encodingConfidence: EncodingConfidence;
};

/** Largest file read, in bytes. */
export const largestFile = 100 * 1024 * 1024;

const unreadable: Readonly<Record<Exclude<FileKind, 'text' | 'zip'>, string>> = {
  ole: 'it is a Word 97–2003 document (.doc); save it as .docx in Word or LibreOffice',
  'ole-encrypted': 'it is protected by a password; remove the password in Word and save it again',
  pdf: 'PDF is not read yet; copy its text into a .txt or .docx file',
  rtf: 'RTF is not read yet; save it as .docx',
  image: 'it is a picture',
  media: 'it is a recording; a transcript is needed',
  gzip: 'it is a compressed archive; unpack it first',
  sqlite: 'it is a database',
};

/** Structured texts that would import as a jumble of text and marks. */
const structured: Readonly<Record<string, string>> = {
  vtt: 'WebVTT subtitles are not read yet',
  srt: 'SubRip subtitles are not read yet',
  html: 'HTML is not read yet',
  htm: 'HTML is not read yet',
  csv: 'it is a table (CSV)',
  tsv: 'it is a table (TSV)',
  json: 'it is a data file (JSON)',
  xml: 'it is a data file (XML)',
};

/**
 * Reads a transcript: type by content, then text, turns, speakers and language. Plain text and Markdown are stored as they
 * stand (mark stripped, line ends LF); a .docx by the rule of `docxWalker`, whatever the file is called.
 * Throws VerbatimError: `file_empty` (no bytes, a mark or blanks only), `file_encoding` (naming the first undecodable byte, 0-based),
 * `file_format` (a kind that is not read, with the remedy), `file_damaged`, `file_too_large`, `invalid_input` (an unknown encoding).
 */
export async function readTranscript(file: TranscriptFile): Promise<ParsedFile> {
  const { fileName, bytes } = file;
  if (bytes.length > largestFile) {
    throw new VerbatimError('file_too_large', { file: fileName, size: bytes.length, limit: largestFile });
  }
  const kind = fileKind(bytes);
  if (kind !== 'text' && kind !== 'zip') throw formatError(fileName, unreadable[kind]);
  const read = kind === 'zip' ? await readContainer(fileName, bytes) : readText(file);
  if (read.text.trim() === '') throw new VerbatimError('file_empty', { file: fileName });
  const turns = parseTurns(read.text, file.pattern === undefined ? {} : { pattern: file.pattern });
  return { ...read, ...turns, language: file.language ?? guessLanguage(read.text) };
}

type ReadText = Pick<ParsedFile, 'text' | 'format' | 'encoding' | 'encodingConfidence'>;

function readText({ fileName, bytes, encoding }: TranscriptFile): ReadText {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const reason = structured[extension];
  if (reason !== undefined) throw formatError(fileName, reason);
  const decoded = decodedText(fileName, bytes, encoding);
  if (decoded === null || isMostlyControls(decoded.text)) throw formatError(fileName, 'it is not a text');
  if (decoded.undecodable !== null) {
    const byte = decoded.undecodable.byteOffset;
    throw new VerbatimError('file_encoding', { file: fileName, encoding: decoded.encoding, byte });
  }
  return {
    text: withPlainLineEnds(decoded.text),
    format: ['md', 'markdown'].includes(extension) ? 'markdown' : 'text',
    encoding: decoded.encoding,
    encodingConfidence: decoded.confidence,
  };
}

function decodedText(
  fileName: string,
  bytes: Uint8Array,
  encoding: string | undefined,
): ReturnType<typeof decodeBytes> {
  try {
    return decodeBytes(bytes, encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new VerbatimError('invalid_input', { method: 'import', detail: `${fileName}: ${error.message}` });
  }
}

async function readContainer(fileName: string, bytes: Uint8Array): Promise<ReadText> {
  try {
    const container = await openContainer(bytes);
    if (!isDocx(container)) throw formatError(fileName, containerName(container));
    return { text: await docxText(container), format: 'docx', encoding: null, encodingConfidence: 'certain' };
  } catch (error) {
    if (!(error instanceof ContainerError || error instanceof XmlError)) throw error;
    throw error.damaged
      ? new VerbatimError('file_damaged', { file: fileName, reason: error.message }, { cause: error })
      : new VerbatimError('file_format', { file: fileName, reason: error.message }, { cause: error });
  }
}

function containerName({ names }: Container): string {
  if (names.has('content.xml') && names.has('mimetype')) return 'OpenDocument is not read yet; save it as .docx';
  if ([...names].some((name) => name.startsWith('xl/'))) return 'it is a spreadsheet';
  if ([...names].some((name) => name.startsWith('ppt/'))) return 'it is a presentation';
  return 'it is a zip archive, not a document';
}

function formatError(file: string, reason: string): VerbatimError {
  return new VerbatimError('file_format', { file, reason });
}

/** Bytes that decode to a stream of control characters are a program's, not a person's. */
function isMostlyControls(text: string): boolean {
  const head = text.slice(0, 4096);
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const unit = head.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0c) controls++;
  }
  return controls > Math.max(4, head.length * 0.05);
}
