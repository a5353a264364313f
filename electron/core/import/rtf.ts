import { firstUndecodableByte } from './bad-byte.ts';
import { emphasised, takenMarks } from './collected-marks.ts';
import type { CollectedText, TranscriptFile } from './parsed-file.ts';
import { rtfTokens } from './rtf-tokens.ts';
import {
  codePageName,
  documentCharsets,
  fontCharsetName,
  keptDestinations,
  leftOutDestinations,
  rtfCharacters,
} from './rtf-words.ts';
import { lenientText, strictText } from './text-decoder.ts';
import { BytesError, DamageError, FormatError } from './unreadable.ts';

/** Deeper nesting than this is no document. */
const deepestRtf = 2_000;

/** What a group inherits and gives back at its end. */
type Group = {
  readonly font: number | null;
  /** How many characters stand for one `\u` where Unicode is not understood. */
  readonly fallback: number;
  readonly skipped: boolean;
  readonly hidden: boolean;
  /** Bold, italics, underline: those that are on. */
  readonly emphasis: ReadonlySet<string>;
  /** Inside the font table, whose charsets are read. */
  readonly fonts: boolean;
};

/**
 * The text of an RTF file. The rule: `\par`, `\line`, `\sect`, `\page` end a line; `\tab` and `\cell` are TAB, the end of a table row ends its line;
 * `\~` is U+00A0, `\-` U+00AD, `\_` U+2011; quotes and dashes by name are their characters. `\uN` is its UTF-16 unit and the `\ucN`
 * characters after it are passed over; other bytes beyond ASCII are read in the code page of the font (`\fcharset`), else of the
 * document (`\ansicpg`). Kept: insertions, results of fields, text boxes. Left out: tables of fonts, colours and styles, pictures, information, notes, comments,
 * headers and footers, field codes, list numbers, hidden and deleted text, unknown `\*` groups. White space at the very end is dropped.
 * Throws DamageError for unbalanced braces, FormatError for absurd nesting, BytesError for bytes that are not of their code page, unless U+FFFD may stand for them.
 */
export function rtfText(
  bytes: Uint8Array,
  undecodable: TranscriptFile['undecodable'] = 'refused',
): CollectedText & { readonly replaced: boolean } {
  const reader = new RtfReader(undecodable === 'replaced');
  let opened = false;
  for (const token of rtfTokens(bytes, Math.max(0, bytes.indexOf(0x7b)))) {
    if (token.kind === 'open') {
      if (reader.depth === 0 && opened) throw new DamageError('rtf');
      opened = true;
      reader.open();
    } else if (reader.depth === 0) {
      if (token.kind === 'byte' && token.byte <= 0x20) continue;
      throw new DamageError('rtf');
    } else if (token.kind === 'close') reader.close();
    else if (token.kind === 'word') reader.word(token.word, token.value);
    else reader.byte(token.byte, token.at);
  }
  if (reader.depth > 0) throw new DamageError('rtf');
  return reader.result();
}

const emphasisWords: ReadonlySet<string> = new Set(['b', 'i', 'ul']);

class RtfReader {
  private readonly groups: Group[] = [];
  private group: Group = { font: null, fallback: 1, skipped: false, hidden: false, emphasis: new Set(), fonts: false };
  private readonly out: string[] = [];
  private readonly charsets = new Map<number, number>();
  private documentEncoding = 'windows-1252';
  private defaultFont: number | null = null;
  private tableFont: number | null = null;
  /** Bytes of one encoding not yet decoded: a character may span several tokens. */
  private held: number[] = [];
  private heldAt: number[] = [];
  private heldEncoding = '';
  private passOver = 0;
  private atGroupStart = false;
  private starred = false;
  private hasReplaced = false;
  private readonly replaces: boolean;

  /** Whether U+FFFD may stand for bytes that are not of their code page. */
  constructor(replaces: boolean) {
    this.replaces = replaces;
  }

  get depth(): number {
    return this.groups.length;
  }

  open(): void {
    this.flush();
    if (this.groups.length >= deepestRtf) throw new FormatError('too_deep');
    this.groups.push(this.group);
    this.passOver = 0;
    this.atGroupStart = true;
    this.starred = false;
  }

  close(): void {
    this.flush();
    this.group = this.groups.pop()!;
    this.passOver = 0;
    this.atGroupStart = false;
  }

  word(word: string, value: number | null): void {
    if (word === '*') {
      this.starred = true;
      return;
    }
    const first = this.atGroupStart;
    this.atGroupStart = false;
    if (first) this.enter(word);
    if (this.group.fonts && word === 'f') this.tableFont = value;
    else if (this.group.fonts && word === 'fcharset' && this.tableFont !== null)
      this.charsets.set(this.tableFont, value ?? 0);
    if (this.group.skipped) return;
    if (word !== 'u' && this.passOver > 0 && rtfCharacters[word] !== undefined) {
      this.passOver--;
      return;
    }
    this.apply(word, value);
  }

  byte(byte: number, at: number): void {
    this.atGroupStart = false;
    if (this.group.skipped) return;
    if (this.passOver > 0) {
      this.passOver--;
      return;
    }
    if (this.group.hidden) return;
    const encoding = this.encoding();
    if (encoding !== this.heldEncoding) this.flush();
    this.heldAt.push(at);
    this.heldEncoding = encoding;
    this.held.push(byte);
  }

  result(): CollectedText & { readonly replaced: boolean } {
    this.flush();
    const { text, emphasis } = takenMarks(this.out.join(''));
    return { text: text.trimEnd(), emphasis, replaced: this.hasReplaced };
  }

  /** The word a group begins with decides whether it holds words of the text. */
  private enter(word: string): void {
    if (word === 'fonttbl') this.group = { ...this.group, fonts: true, skipped: true };
    else if (leftOutDestinations.has(word) || (this.starred && !keptDestinations.has(word))) {
      this.group = { ...this.group, skipped: true };
    }
    // `\upr` holds the same words twice: for old readers, and in Unicode under `\*\ud`.
    if (word === 'upr') this.group = { ...this.group, skipped: true };
    else if (word === 'ud') this.group = { ...this.group, skipped: this.groups.at(-2)?.skipped ?? false };
  }

  private apply(word: string, value: number | null): void {
    if (word === 'u' && value !== null) this.unicode(value);
    else if (word === 'uc') this.group = { ...this.group, fallback: Math.max(0, Math.min(value ?? 1, 100)) };
    else if (word === 'f') this.group = { ...this.group, font: value };
    else if (word === 'plain') {
      this.flush();
      this.group = { ...this.group, font: null, hidden: false, emphasis: new Set() };
    } else if (emphasisWords.has(word)) this.emphasise(word, value !== 0);
    else if (word === 'ulnone') this.emphasise('ul', false);
    else if (word === 'v' || word === 'deleted') this.group = { ...this.group, hidden: value !== 0 };
    else if (word === 'deff') this.defaultFont = value;
    else if (documentCharsets[word] !== undefined) this.documentEncoding = documentCharsets[word];
    else if (word === 'ansicpg' && value !== null) this.documentEncoding = codePageName(value) ?? this.documentEncoding;
    else if (word === 'row' || word === 'nestrow') this.endRow();
    else if (rtfCharacters[word] !== undefined) this.put(rtfCharacters[word]);
  }

  private emphasise(word: string, on: boolean): void {
    this.flush();
    const emphasis = new Set(this.group.emphasis);
    if (on) emphasis.add(word);
    else emphasis.delete(word);
    this.group = { ...this.group, emphasis };
  }

  private unicode(value: number): void {
    // Numbers are 16-bit and may be written as negative ones; some writers give the whole character.
    const isWhole = value > 0xffff && value <= 0x10ffff;
    this.put(isWhole ? String.fromCodePoint(value) : String.fromCharCode(value & 0xffff));
    this.passOver = this.group.fallback;
  }

  /** The tab behind the last cell is none of the line. */
  private endRow(): void {
    this.flush();
    if (this.out.at(-1) === '\t') this.out.pop();
    this.put('\n');
  }

  private put(text: string): void {
    this.flush();
    if (!this.group.hidden) this.out.push(this.dressed(text));
  }

  /** Tabs and line ends wear no type: the end of a row looks for them. */
  private dressed(text: string): string {
    return this.group.emphasis.size > 0 && /\S/u.test(text) ? emphasised(text) : text;
  }

  private encoding(): string {
    const font = this.group.font ?? this.defaultFont;
    const charset = font === null ? undefined : this.charsets.get(font);
    return (charset === undefined ? null : fontCharsetName(charset)) ?? this.documentEncoding;
  }

  private flush(): void {
    if (this.held.length === 0) return;
    const bytes = Uint8Array.from(this.held);
    const places = this.heldAt;
    this.held = [];
    this.heldAt = [];
    if (bytes.every((byte) => byte < 0x80)) {
      this.out.push(this.dressed(Buffer.from(bytes).toString('latin1')));
      return;
    }
    const text = strictText(bytes, this.heldEncoding);
    if (text === null && !this.replaces) {
      throw new BytesError(this.heldEncoding, places[firstUndecodableByte(bytes, this.heldEncoding) ?? 0]!);
    }
    this.hasReplaced ||= text === null;
    this.out.push(this.dressed(text ?? lenientText(bytes, this.heldEncoding)));
  }
}
