import { textDecoder } from './text-decoder.ts';

const lineFeed = 0x0a;
const step = 1 << 16;

/**
 * Byte offset of the first place a strict decoder refuses, null if it takes everything. For multi-byte encodings this is
 * the byte at which the sequence became impossible; for a sequence cut off by the end of the file, the last byte.
 * Linear: blocks cut at line feeds (never part of a longer sequence in the encodings used here) are tried one by one, only
 * the failing one is bisected.
 */
export function firstUndecodableByte(bytes: Uint8Array, encoding: string): number | null {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return firstLoneSurrogate(bytes, encoding === 'utf-16be');
  // A line feed is four bytes there.
  if (encoding.startsWith('utf-32')) return decodes(bytes, encoding, false) ? null : faultWithin(bytes, encoding);
  let from = 0;
  while (from < bytes.length) {
    const cut = bytes.indexOf(lineFeed, from + step);
    const to = cut === -1 ? bytes.length : cut + 1;
    if (!decodes(bytes.subarray(from, to), encoding, false))
      return from + faultWithin(bytes.subarray(from, to), encoding);
    from = to;
  }
  return null;
}

function faultWithin(block: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = block.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (middle <= block.length && decodes(block.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  return Math.min(good, block.length - 1);
}

function decodes(bytes: Uint8Array, encoding: string, unfinished: boolean): boolean {
  try {
    textDecoder(encoding, { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}

function firstLoneSurrogate(bytes: Uint8Array, bigEndian: boolean): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const kind = view.getUint16(at, !bigEndian) & 0xfc00;
    if (kind === 0xdc00) return at;
    if (kind !== 0xd800) continue;
    if (at + 3 >= bytes.length || (view.getUint16(at + 2, !bigEndian) & 0xfc00) !== 0xdc00) return at;
    at += 2;
  }
  return bytes.length % 2 === 1 ? bytes.length - 1 : null;
}
