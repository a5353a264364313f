const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** The stored form of a text. Lone surrogates cannot be stored; importers never make them. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}

/** A text from its stored form. */
export function decodeStoredText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
