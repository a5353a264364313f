import { DamageError } from './unreadable.ts';

/** One thing in an RTF file. `at` is the byte offset it begins at. */
export type RtfToken =
  | { readonly kind: 'open'; readonly at: number }
  | { readonly kind: 'close'; readonly at: number }
  | { readonly kind: 'word'; readonly at: number; readonly word: string; readonly value: number | null }
  /** A byte of text, written as it is or as `\'xx`. */
  | { readonly kind: 'byte'; readonly at: number; readonly byte: number };

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Cuts RTF into groups, control words and bytes of text. Line ends that are layout of the file and the bytes of `\bin` are passed over; control
 * symbols (`\~`, `\*`) come as words of one character. Throws DamageError where the file ends inside a word.
 */
export function* rtfTokens(bytes: Uint8Array, from = 0): Generator<RtfToken> {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === openBrace) yield { kind: 'open', at: at++ };
    else if (byte === closeBrace) yield { kind: 'close', at: at++ };
    else if (byte === 0x0a || byte === 0x0d || byte === 0) at++;
    else if (byte !== backslash) yield { kind: 'byte', at, byte: bytes[at++]! };
    else {
      const next = bytes[at + 1];
      if (next === undefined) throw new DamageError('rtf');
      if (isLetter(next)) {
        const token = controlWord(bytes, at);
        yield token;
        at = token.end;
      } else if (next === 0x27) {
        const digits = latin(bytes, at + 2, at + 4);
        if (!/^[0-9a-f]{2}$/i.test(digits)) throw new DamageError('rtf');
        yield { kind: 'byte', at, byte: Number.parseInt(digits, 16) };
        at += 4;
      } else {
        if (next === backslash || next === openBrace || next === closeBrace) yield { kind: 'byte', at, byte: next };
        else
          yield {
            kind: 'word',
            at,
            word: next === 0x0a || next === 0x0d ? 'par' : String.fromCharCode(next),
            value: null,
          };
        at += 2;
      }
    }
  }
}

function controlWord(bytes: Uint8Array, at: number): RtfToken & { readonly kind: 'word'; readonly end: number } {
  let end = at + 1;
  while (end < bytes.length && end - at <= 40 && isLetter(bytes[end]!)) end++;
  const word = latin(bytes, at + 1, end);
  const from = end;
  if (bytes[end] === 0x2d) end++;
  while (end < bytes.length && end - from <= 11 && bytes[end]! >= 0x30 && bytes[end]! <= 0x39) end++;
  const value = Number.parseInt(latin(bytes, from, end), 10);
  if (bytes[end] === 0x20) end++;
  if (word === 'bin' && value > 0) end = Math.min(bytes.length, end + value);
  return { kind: 'word', at, word, value: Number.isNaN(value) ? null : value, end };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
