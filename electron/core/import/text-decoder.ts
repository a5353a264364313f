import { TextDecoder as StandardDecoder } from '@exodus/bytes/encoding.js';
import { dosDecoder } from './dos-encodings.ts';
import { utf32Decoder } from './utf-32.ts';

/** What decodes bytes piece by piece. */
export type Decoder = {
  readonly encoding: string;
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream?: boolean }) => string;
};

/**
 * A decoder by the WHATWG Encoding Standard. Node's own lacks characters of the legacy encodings (in Big5 those of Hong Kong and ETEN, in
 * EUC-KR half of the syllables) and gives private-use characters instead; it serves for Unicode only. UTF-32 and code pages of DOS are
 * none of the standard's. Throws RangeError for a name nobody knows.
 */
export function textDecoder(encoding: string, options: { readonly fatal: boolean }): Decoder {
  const other = dosDecoder(encoding) ?? utf32Decoder(encoding, options);
  if (other !== null) return other;
  return /^utf-?(?:8|16(?:le|be)?)$/i.test(encoding)
    ? new TextDecoder(encoding, options)
    : new StandardDecoder(encoding, options);
}

/** The text of bytes that are valid in an encoding throughout, else null. */
export function strictText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return textDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of bytes with U+FFFD where they are not valid. */
export function lenientText(bytes: Uint8Array, encoding: string): string {
  return textDecoder(encoding, { fatal: false }).decode(bytes);
}
