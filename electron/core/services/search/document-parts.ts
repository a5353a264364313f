import type { SpeakerRole } from '../../../../shared/domain/transcript.ts';
import { type SearchPart, searchParts } from '../../../../shared/search/parts.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import type { Committed, Store } from '../../store/store.ts';
import type { DocumentTexts } from '../documents/document-texts.ts';

export type RoledPart = SearchPart & { readonly role: SpeakerRole | null };

/** What can be searched in each document, read once and again only after a commit it was told of touched the document. */
export class DocumentParts {
  private readonly store: Store;
  private readonly texts: DocumentTexts;
  private readonly known = new Map<string, readonly RoledPart[]>();

  constructor(store: Store, texts: DocumentTexts) {
    this.store = store;
    this.texts = texts;
  }

  forget({ tables, documents }: Committed): void {
    if (!tables.some((table) => table === 'document' || table === 'turn' || table === 'speaker')) return;
    for (const document of documents) this.known.delete(document);
  }

  of(row: DocumentRow): readonly RoledPart[] {
    const known = this.known.get(row.id);
    if (known) return known;
    const roles = new Map(
      this.store.all(speakerQueries.ofDocument, row.id).map(({ id, role }) => [id, role as SpeakerRole]),
    );
    const turns = this.store.all(turnQueries.ofDocument, row.id);
    const parts = searchParts(
      this.texts.of(row),
      turns.map(({ start_at, content_at, end_at }) => ({ start: start_at, contentStart: content_at, end: end_at })),
    ).map((part) => {
      const speaker = part.turn === null ? null : turns[part.turn]!.speaker;
      return { ...part, role: speaker === null ? null : (roles.get(speaker) ?? null) };
    });
    this.known.set(row.id, parts);
    return parts;
  }
}
