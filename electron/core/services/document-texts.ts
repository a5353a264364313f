import { createHash } from 'node:crypto';
import type { DocumentRow } from '../store/repositories/document-table.ts';
import type { Store } from '../store/store.ts';

/** Code units of decoded text kept at hand; the rest is read again when asked for. */
const keptUnits = 8_000_000;

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

/** What an anchor remembers of its words. */
export function quoteHash(quote: string): string {
  return createHash('sha256').update(quote, 'utf16le').digest('base64url').slice(0, 22);
}

/** Stored texts as strings, the last used ones kept. */
export class DocumentTexts {
  private readonly store: Store;
  private readonly kept = new Map<string, string>();
  private units = 0;

  constructor(store: Store) {
    this.store = store;
  }

  of(document: Pick<DocumentRow, 'text'>): string {
    const known = this.kept.get(document.text);
    if (known !== undefined) {
      this.kept.delete(document.text);
      this.kept.set(document.text, known);
      return known;
    }
    const text = decodeStoredText(this.store.blobs.get(document.text));
    this.kept.set(document.text, text);
    this.units += text.length;
    for (const [hash, oldest] of this.kept) {
      if (this.units <= keptUnits || this.kept.size === 1) break;
      this.kept.delete(hash);
      this.units -= oldest.length;
    }
    return text;
  }
}
