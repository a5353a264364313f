import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote, RefiSource } from '../../../../shared/refi/model.ts';
import { SourceText } from '../../../../shared/refi/source-text.ts';
import { openContainer } from '../container.ts';
import { docxText, isDocx } from '../docx.ts';
import { decodeBytes } from '../encoding.ts';
import { fileKind } from '../file-kind.ts';
import { rtfText } from '../rtf.ts';
import { BytesError, DamageError, FormatError } from '../unreadable.ts';
import { type ArchiveFiles, fileNameOf, largestPart } from './archive-files.ts';
import { type ExchangeText, inlineText } from './exchange-file.ts';

/** Where the text of a source or a note stands: in a file, in the project file, or in a file with layout that has been read. */
type Place =
  | { readonly kind: 'file'; readonly entry: string; readonly original: string | null; readonly length: number }
  | { readonly kind: 'inline'; readonly content: string; readonly name: string; readonly original: string | null }
  | { readonly kind: 'word'; readonly entry: string; readonly text: string };

/** The texts of an archive: each is looked at once, which says what is wrong with it, and read again when asked for. */
export class ArchiveTexts {
  private readonly files: ArchiveFiles;
  private readonly losses: Loss[];
  private readonly places = new Map<RefiSource | RefiNote, Place>();
  private readonly mark: 'counted' | 'kept';

  /** `isOwn`: this program wrote it. */
  constructor(files: ArchiveFiles, losses: Loss[], isOwn: boolean) {
    this.files = files;
    this.losses = losses;
    this.mark = isOwn ? 'kept' : 'counted';
  }

  has(of: RefiSource | RefiNote): boolean {
    return this.places.has(of);
  }

  /** Whether this is the text of a source. */
  says(source: RefiSource, text: string): boolean {
    const place = this.places.get(source);
    if (place === undefined || (place.kind === 'file' && place.length !== text.length)) return false;
    return this.of(source)?.text.text === text;
  }

  /** Finds the text of a source or a note; null where it has none, which is listed. */
  async look(of: RefiSource | RefiNote, element: string): Promise<ExchangeText | null> {
    const { files, losses } = this;
    const about = { guid: of.guid, name: of.name };
    if (of.plainPath !== null) {
      const entry = files.find(of.plainPath);
      const plain = entry === null ? null : plainText(await files.bytes(entry), entry, this.mark);
      if (entry !== null && plain !== null) {
        if (plain.isGuessed) losses.push(loss(element, 'encoding_guessed', about));
        const { length } = plain.text.text.text;
        this.places.set(of, { kind: 'file', entry, original: this.original(of), length });
        return plain.text;
      }
      losses.push(loss(element, 'file_missing', { ...about, name: of.plainPath }));
    }
    if (of.content !== null) {
      const name = `${of.name ?? 'document'}.txt`;
      this.places.set(of, { kind: 'inline', content: of.content, name, original: this.original(of) });
      return inlineText(of.content, name);
    }
    const rich = of.richPath === null ? null : files.find(of.richPath);
    const text = rich === null ? null : await richText(await files.bytes(rich));
    if (rich === null || text === null) return null;
    if (element === 'Note') losses.push(loss(element, 'plain_text_only', about));
    this.places.set(of, { kind: 'word', entry: rich, text });
    return this.of(of);
  }

  /** A text that has been found, with the Word file or the PDF as its original where the archive has it. */
  of(of: RefiSource | RefiNote): ExchangeText | null {
    const place = this.places.get(of);
    if (place === undefined) return null;
    if (place.kind === 'word') {
      const original = this.files.bytesNow(place.entry);
      const originalName = fileNameOf(place.entry);
      return { text: new SourceText(place.text), original, originalName, encoding: null };
    }
    const text =
      place.kind === 'inline'
        ? inlineText(place.content, place.name)
        : plainText(this.files.bytesNow(place.entry), place.entry, this.mark)!.text;
    if (place.original === null) return text;
    const original = this.files.bytesNow(place.original);
    const isWord = original[0] === 0x50 && original[1] === 0x4b;
    const isPdf = original[0] === 0x25 && original[1] === 0x50;
    return isWord || isPdf ? { ...text, original, originalName: fileNameOf(place.original) } : text;
  }

  /** The entry that may be a document's original; the text stays the plain one. */
  private original(of: RefiSource | RefiNote): string | null {
    if (!('element' in of)) return null;
    const path = of.richPath ?? (of.element === 'PDFSource' ? of.path : null);
    const entry = path === null ? null : this.files.find(path);
    if (entry === null || this.files.size(entry) <= largestPart) return entry;
    this.losses.push(loss('file', 'too_large', { name: entry }));
    return null;
  }
}

function plainText(
  bytes: Uint8Array,
  entry: string,
  mark: 'counted' | 'kept' = 'counted',
): { text: ExchangeText; isGuessed: boolean } | null {
  const decoded = decodeBytes(bytes);
  if (decoded === null) return null;
  const text = new SourceText(decoded.text, mark);
  return {
    text: { text, original: bytes, originalName: fileNameOf(entry), encoding: decoded.encoding },
    isGuessed: decoded.confidence === 'guessed' || decoded.undecodable !== null,
  };
}

/** The text of what stands in the place of a Word file: some programs put RTF or plain text there. */
async function richText(bytes: Uint8Array): Promise<string | null> {
  try {
    const kind = fileKind(bytes);
    if (kind === 'rtf') return rtfText(bytes, undefined).text;
    if (kind === 'text') return plainText(bytes, '')?.text.text.text ?? null;
    const container = await openContainer(bytes);
    return isDocx(container) ? (await docxText(container, {})).text : null;
  } catch (error) {
    if (error instanceof FormatError || error instanceof DamageError || error instanceof BytesError) return null;
    throw error;
  }
}
