const names: Readonly<Record<string, { readonly littleEndian: boolean }>> = {
  'utf-32le': { littleEndian: true },
  'utf-32be': { littleEndian: false },
};

/** What decodes UTF-32, which the Encoding Standard leaves out and some editors and databases write; null for any other name. All bytes are given at once. */
export function utf32Decoder(
  name: string,
  { fatal }: { readonly fatal: boolean },
): { encoding: string; decode: (bytes?: Uint8Array, options?: { readonly stream?: boolean }) => string } | null {
  const encoding = name.trim().toLowerCase();
  const order = Object.hasOwn(names, encoding) ? names[encoding]! : null;
  if (order === null) return null;
  const wrong = (): string => {
    if (fatal) throw new TypeError(`not ${encoding}`);
    return '\ufffd';
  };
  const decode = (bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const pieces: string[] = [];
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      const code = view.getUint32(at, order.littleEndian);
      const isCharacter = code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
      if (at > 0 || code !== 0xfeff) pieces.push(isCharacter ? String.fromCodePoint(code) : wrong());
    }
    if (bytes.length % 4 !== 0 && !stream) pieces.push(wrong());
    return pieces.join('');
  };
  return { encoding, decode };
}
