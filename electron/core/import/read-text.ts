import { captionKind } from '../../../shared/import/captions/caption-cues.ts';
import { captionSegments } from '../../../shared/import/captions/caption-segments.ts';
import { jsonColumns, jsonSegments } from '../../../shared/import/segments/json-segments.ts';
import type { Segment } from '../../../shared/import/segments/segment.ts';
import { tableColumns, tableSegments } from '../../../shared/import/segments/table-segments.ts';
import { transcriptOfSegments } from '../../../shared/import/segments/transcript-of-segments.ts';
import { withLineFeeds, withPlainLineEnds } from '../../../shared/text/line-ends.ts';
import { akomaNtosoTranscript } from './akoma-ntoso.ts';
import { type DecodedBytes, decodeBytes, encodingName } from './encoding.ts';
import { elanSegments } from './elan.ts';
import { htmlText } from './html-blocks.ts';
import { declaredCharset, isHtml } from './html-charset.ts';
import { jsonValue } from './json-value.ts';
import { otranscribePage } from './otranscribe.ts';
import type { FoundColumns, ReadFile, TranscriptFile, TranscriptFormat } from './parsed-file.ts';
import { isLabelTrack, isSegmentTable, tableDelimiter, tableRows } from './table-text.ts';
import { ttmlSegments } from './ttml.ts';
import { BytesError, DamageError, FormatError } from './unreadable.ts';

/**
 * Reads a file that is text: decoded, then by what is in it HTML, captions, XML, JSON, a table, Markdown or plain text. The name decides
 * only between kinds the content leaves open. Throws FormatError, DamageError, BytesError, ColumnMissing, and RangeError for an
 * unknown encoding.
 */
export function readText(file: TranscriptFile): ReadFile {
  const extension = /\.([^.]+)$/.exec(file.fileName)?.[1]?.toLowerCase() ?? '';
  const decoded = decodedText(file.bytes, file.encoding);
  const text = withPlainLineEnds(decoded.text);
  if (isHtml(text, /^x?html?$/.test(extension))) return readHtml(file, decoded);
  const root = xmlRoot(text);
  if (root !== null) return readXml(root, file, decoded);
  whole(decoded, file);
  const captions = captionKind(text);
  if (captions !== null) return ofSegments(known(decoded, captions), captionSegments(text));
  const page = otranscribePage(text);
  if (page !== null) return { ...known(decoded, 'html'), ...htmlText(page) };
  const json = readJson(text, extension, file);
  if (json !== null) return { ...ofSegments(known(decoded, 'json'), json.segments), ...json.columns };
  const isTable = ['csv', 'tsv', 'tab'].includes(extension) || isSegmentTable(text) || isLabelTrack(text);
  if (isTable || file.columns !== undefined) {
    const { segments, columns } = readTable(text, file);
    return { ...ofSegments(known(decoded, 'csv'), segments), columns };
  }
  const format = ['md', 'markdown'].includes(extension) ? 'markdown' : 'text';
  // What only reads the text can do without a second mark; what keeps it exactly cannot.
  return { ...known(decoded, format), text: withLineFeeds(decoded.text) };
}

/** The outermost element of a text that is XML: by its declaration, or by an element that begins transcripts. */
function xmlRoot(text: string): string | null {
  const head = text.slice(0, 4096);
  const root =
    /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^<>[]*>\s*)*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/u.exec(
      head,
    )?.[1] ?? '';
  return /^\s*<\?xml\s/u.test(head) || /^(?:akoma[nN]toso|ANNOTATION_DOCUMENT|tt)$/u.test(root) ? root : null;
}

function readXml(root: string, { bytes }: TranscriptFile, decoded: DecodedBytes): ReadFile {
  const segments = root === 'tt' ? ttmlSegments : root === 'ANNOTATION_DOCUMENT' ? elanSegments : null;
  if (segments === null) {
    const { text, ...turns } = akomaNtosoTranscript(bytes);
    return { ...known(decoded, 'akoma-ntoso'), text, turns };
  }
  const said = segments(bytes);
  if (said.every(({ text }) => text.trim() === '')) throw new FormatError('no_speech');
  return ofSegments(known(decoded, root === 'tt' ? 'ttml' : 'elan'), said);
}

function known(
  { encoding, confidence, undecodable }: DecodedBytes,
  format: TranscriptFormat,
): Omit<ReadFile, 'text' | 'turns'> {
  return { format, encoding, encodingConfidence: confidence, replaced: undecodable !== null };
}

function ofSegments(file: Omit<ReadFile, 'text' | 'turns'>, segments: readonly Segment[]): ReadFile {
  const { text, ...turns } = transcriptOfSegments(segments);
  return { ...file, text, turns };
}

function decodedText(bytes: Uint8Array, encoding: string | undefined): DecodedBytes {
  const decoded = decodeBytes(bytes, encoding);
  if (decoded === null || isMostlyControls(decoded.text)) throw new FormatError('not_text');
  return decoded;
}

/** Bytes that do not fit refuse the file, unless the user has seen them and wants it all the same. */
function whole({ encoding, undecodable }: DecodedBytes, file: TranscriptFile): void {
  if (undecodable !== null && file.undecodable !== 'replaced') throw new BytesError(encoding, undecodable.byteOffset);
}

/** A declared encoding counts where the file is valid in it and has no mark of its own. */
function readHtml(file: TranscriptFile, guessed: DecodedBytes): ReadFile {
  const { bytes, encoding } = file;
  const name = encoding === undefined ? declaredCharset(bytes) : null;
  const declared = name === null || bytes[0] === 0xef || bytes[0]! >= 0xfe ? null : decodedAs(bytes, name);
  const decoded = declared?.undecodable === null ? declared : guessed;
  whole(decoded, file);
  return { ...known(decoded, 'html'), ...htmlText(withPlainLineEnds(decoded.text)) };
}

function decodedAs(bytes: Uint8Array, name: string): DecodedBytes | null {
  try {
    return decodeBytes(bytes, encodingName(name));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readJson(
  text: string,
  extension: string,
  { columns }: TranscriptFile,
): { segments: Segment[]; columns: { columns?: FoundColumns } } | null {
  if (!/^\s*[[{]/u.test(text)) return null;
  const value = jsonValue(text);
  if (value === undefined) {
    if (['json', 'jsonl', 'ndjson'].includes(extension)) throw new DamageError('json');
    return null;
  }
  const segments = jsonSegments(value, columns);
  if (segments === null) throw new FormatError('no_speech');
  const found = jsonColumns(value, columns);
  return { segments, columns: found === null ? {} : { columns: found } };
}

function readTable(text: string, { columns }: TranscriptFile): { segments: Segment[]; columns: FoundColumns } {
  const delimiter = tableDelimiter(text);
  const rows = tableRows(text, delimiter);
  const segments = tableSegments(rows, delimiter, columns);
  if (segments === null) throw new FormatError('no_speech_column');
  return { segments, columns: tableColumns(rows, columns) };
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
