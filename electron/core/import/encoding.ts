import { analyse } from 'chardet';
import { firstUndecodableByte } from './bad-byte.ts';
import { lenientText, strictText, textDecoder } from './text-decoder.ts';
import { textPlausibility } from './text-plausibility.ts';
import { utf8Evidence } from './utf8-walk.ts';

/** `certain`: a byte order mark, strict UTF-8, escape sequences, or the user's word; `guessed`: to be shown and overruled. */
export type EncodingConfidence = 'certain' | 'guessed';

export type DecodedBytes = {
  /** The text without its byte order mark, line ends untouched; with U+FFFD where `undecodable` says so. */
  readonly text: string;
  /** WHATWG name in lower case, e.g. `utf-8`, `gb18030`, `shift_jis`, `windows-1252`. */
  readonly encoding: string;
  readonly confidence: EncodingConfidence;
  /** The first place that is not valid in this encoding; null where every byte was understood. */
  readonly undecodable: { readonly byteOffset: number } | null;
};

/** Encodings without any mark, in the order in which a tie is broken. */
const guessable = [
  'windows-1252',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1251',
  'x-mac-cyrillic',
  'koi8-r',
  'macintosh',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'iso-8859-2',
  'ibm866',
  'ibm850',
  'ibm437',
  'ibm852',
  'utf-16le',
  'utf-16be',
] as const;

/** Names in use that the WHATWG registry does not know. */
const otherNames: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  cp950: 'big5',
  cp949: 'euc-kr',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  'mac-roman': 'macintosh',
  'utf-8-sig': 'utf-8',
  'utf-16': 'utf-16le',
};

/** Bytes that are judged, and those of them that chardet sees: more would say no more, and the time counts with many files. */
const sampleLength = 1 << 14;
const chardetLength = 1 << 13;

/** What reads like text somebody wrote is above. */
const plausible = 0.5;

/** Chardet's vote is worth this much beside the plausibility of the characters, at full confidence. */
const chardetWeight = 0.2;

/**
 * Turns bytes into text. Without an encoding given: byte order marks, ISO-2022-JP escapes, strict UTF-8, UTF-16 by its NULs,
 * then the most plausible of the legacy encodings (and UTF-16 free of NULs). Bytes that are UTF-8 but for rare faults are reported as damaged UTF-8
 * (`undecodable`), never guessed to be something else; so are texts with NULs at their end or a few in them, as a
 * broken copy leaves them. With an encoding given, that one is used, whatever the bytes say.
 * Throws RangeError for an encoding name nobody knows. Returns null for bytes that are not text at all (many NULs without
 * the pattern of UTF-16).
 */
export function decodeBytes(bytes: Uint8Array, encoding?: string): DecodedBytes | null {
  if (encoding !== undefined) return decoded(bytes, encodingName(encoding), 'certain');
  const marked = markedEncoding(bytes);
  if (marked !== null) return decoded(bytes, marked, 'certain');
  if (isIso2022Jp(bytes)) return decoded(bytes, 'iso-2022-jp', 'certain');
  if (bytes.includes(0)) {
    const holed = withoutNuls(bytes);
    // What is UTF-8 but for its NULs is no UTF-16, though any pair of letters is a Han character there.
    if (holed?.confidence === 'certain') return holed;
    const wide = wideEncoding(bytes);
    return wide === null ? holed : decoded(bytes, wide, 'guessed');
  }
  const strict = strictText(bytes, 'utf-8');
  if (strict !== null) return { text: strict, encoding: 'utf-8', confidence: 'certain', undecodable: null };
  const { multiByte, faults, firstFault } = utf8Evidence(bytes);
  const onlyCut = firstFault !== null && firstFault > bytes.length - 4;
  if (firstFault !== null && (onlyCut ? multiByte >= 1 : multiByte >= 3 && faults <= multiByte)) {
    const text = lenientText(bytes, 'utf-8');
    // Many faults beside few sequences may be chance: then what the sequences say is no text.
    if (onlyCut || faults * 10 <= multiByte || textPlausibility(text.replaceAll('\ufffd', ''), 'utf-8') > plausible)
      return { text, encoding: 'utf-8', confidence: 'guessed', undecodable: { byteOffset: firstFault } };
  }
  return decoded(bytes, legacyEncoding(bytes), 'guessed');
}

/** One of these stands in for a NUL while the rest is decoded; no encoding has them as part of a longer sequence. */
const standIns = [0x1a, 0x1f, 0x1e, 0x1d, 0x1c, 0x07];

/** More NULs and other controls than one in this many bytes are no accident; what else is UTF-8 throughout may have some more. */
const rareNul = 50;
const rareNulInUtf8 = 8;

/** A text with NULs where a disk or a transfer failed: U+FFFD stands for each, and the first is reported. Null for bytes that have them throughout. */
function withoutNuls(bytes: Uint8Array): DecodedBytes | null {
  const tail = bytes.findLastIndex((byte) => byte !== 0) + 1;
  const within = bytes.subarray(0, tail).reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  const standIn = standIns.find((byte) => !bytes.includes(byte));
  if (within * rareNulInUtf8 > tail || standIn === undefined) return null;
  const read = decodeBytes(bytes.map((byte) => (byte === 0 ? standIn : byte)));
  if (read === null || (read.encoding !== 'utf-8' && within * rareNul > tail)) return null;
  if (read.undecodable !== null) return read;
  const text = read.text.replaceAll(String.fromCharCode(standIn), '\ufffd');
  return { ...read, text, undecodable: { byteOffset: bytes.indexOf(0) } };
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
}

/** The WHATWG name for a name in use (`cp932` is `shift_jis`); RangeError if there is none. */
export function encodingName(name: string): string {
  const label = name
    .trim()
    .toLowerCase()
    .replaceAll('_', name.includes('shift') ? '_' : '-');
  const known = otherNames[label] ?? label;
  try {
    return textDecoder(known, { fatal: false }).encoding;
  } catch {
    throw new RangeError(`unknown encoding ${name}`);
  }
}

function decoded(bytes: Uint8Array, encoding: string, confidence: EncodingConfidence): DecodedBytes {
  const strict = strictText(bytes, encoding);
  if (strict !== null && !strict.includes('\0')) return { text: strict, encoding, confidence, undecodable: null };
  const text = (strict ?? lenientText(bytes, encoding)).replaceAll('\0', '\ufffd');
  const faulty = encoding === 'utf-8' ? utf8Evidence(bytes).firstFault : firstUndecodableByte(bytes, encoding);
  return { text, encoding, confidence, undecodable: { byteOffset: faulty ?? firstNul(bytes, encoding) } };
}

/** Where the first NUL stands in bytes that are valid otherwise. */
function firstNul(bytes: Uint8Array, encoding: string): number {
  const width = encoding.startsWith('utf-32') ? 4 : encoding.startsWith('utf-16') ? 2 : 1;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1))
    if (at % width === 0 && bytes.subarray(at, at + width).every((byte) => byte === 0)) return at;
  return 0;
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  // Before UTF-16, whose mark begins alike: no text begins with a NUL.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) return 'utf-32le';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return 'utf-32be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // A byte order mark in GB18030, as some Chinese editors write it.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return null;
}

/** Seven-bit bytes with an escape into a Japanese character set. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  const escape = bytes.indexOf(0x1b);
  if (escape === -1) return false;
  for (const byte of bytes) if (byte >= 0x80) return false;
  for (let at = escape; at !== -1; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  }
  return false;
}

/** UTF-16 without a mark: the byte order under which it is well-formed, free of NULs and of ordinary characters nearly throughout. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null;
  let best: { encoding: string; share: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = lenientText(bytes.subarray(0, sampleLength), encoding).replace(/\ufffd$/, '');
    const ordinary = text.match(ordinaryCharacter)?.length ?? 0;
    if (text.includes('\0') || text.includes('\ufffd') || ordinary < text.length * 0.8) continue;
    // ASCII read in the wrong order looks like Han; blanks and punctuation tell the two apart.
    const share = (ordinary + (text.match(tellingCharacter)?.length ?? 0)) / text.length;
    if (best === null || share > best.share) best = { encoding, share };
  }
  return best?.encoding ?? null;
}

const ordinaryCharacter =
  /[\p{ASCII}\u00a0-\u024f\u0370-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1e00-\u1eff\u2010-\u2030\u2190-\u21ff\u2460-\u24ff\u25a0-\u26ff\u3000-\u30ff\u3200-\u33ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff9f\p{Emoji}]/gu;
const tellingCharacter = /[\p{ASCII}\u3001\u3002\u3041-\u30ff\uff0c\uff1a\uff1f]/gu;

function legacyEncoding(bytes: Uint8Array): string {
  const sample = foreignSample(bytes);
  const votes = new Map<string, number>();
  for (const { name, confidence } of analyse(sample.subarray(0, chardetLength))) {
    const voted = chardetName(name);
    if (voted !== null && !votes.has(voted)) votes.set(voted, (confidence / 100) * chardetWeight);
  }
  // Their small letters but one are the same bytes, and chardet knows one of the two: its vote is for either.
  votes.set('x-mac-cyrillic', votes.get('windows-1251') ?? 0);
  let best: { encoding: string; score: number } = { encoding: 'windows-1252', score: -Infinity };
  for (const encoding of guessable) {
    const text = lenientText(sample, encoding).replace(/\ufffd$/, '');
    // Two bytes a character fit nearly anything; what does not fit throughout is something else.
    if (encoding.startsWith('utf-16') && (bytes.length % 2 === 1 || text.includes('\ufffd'))) continue;
    const score = textPlausibility(text, encoding) + (votes.get(encoding) ?? 0);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** A stretch that begins shortly before the first byte beyond ASCII: what stands before it tells nothing. */
function foreignSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  // An even beginning keeps the pairs of UTF-16 together.
  const from = Math.max(0, first - 64) & ~1;
  const whole = bytes.subarray(from, from + sampleLength);
  const lastLine = whole.length < sampleLength ? -1 : whole.lastIndexOf(0x0a);
  return lastLine > 0 ? whole.subarray(0, lastLine + 1) : whole;
}

function chardetName(name: string): string | null {
  try {
    return encodingName(name === 'ISO-8859-1' ? 'windows-1252' : name);
  } catch {
    return null;
  }
}
