import { createHash } from 'node:crypto';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { decodeStoredText } from '../../store/stored-text.ts';
import type { Store } from '../../store/store.ts';

/** Code units of decoded text kept at hand, far more than most projects have; the rest is read again when asked for. */
const keptUnits = 64_000_000;

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
