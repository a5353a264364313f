import type { SpeakerRole } from '../../../../shared/domain/transcript.ts';
import { type SearchPart, searchParts } from '../../../../shared/search/parts.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import type { Committed } from '../../store/command.ts';
import type { Store } from '../../store/store.ts';
import type { DocumentTexts } from '../documents/document-texts.ts';
import { type SaidTurn, saidTurns } from '../documents/said-turns.ts';

export type RoledPart = SearchPart & { readonly role: SpeakerRole | null };

/** What can be searched in each document and whose turns these are, read once and again only after a commit it was told of touched the document. */
export class DocumentParts {
  private readonly store: Store;
  private readonly texts: DocumentTexts;
  private readonly known = new Map<
    string,
    { readonly turns: readonly SaidTurn[]; readonly parts: readonly RoledPart[] }
  >();

  constructor(store: Store, texts: DocumentTexts) {
    this.store = store;
    this.texts = texts;
  }

  forget({ tables, documents }: Committed): void {
    if (!tables.some((table) => table === 'document' || table === 'turn' || table === 'speaker')) return;
    // A commit that names no document may have touched any.
    if (documents.length === 0) this.known.clear();
    for (const document of documents) this.known.delete(document);
  }

  of(row: DocumentRow): readonly RoledPart[] {
    return this.read(row).parts;
  }

  turnsOf(row: DocumentRow): readonly SaidTurn[] {
    return this.read(row).turns;
  }

  private read(row: DocumentRow) {
    const known = this.known.get(row.id);
    if (known) return known;
    const turns = saidTurns(this.store, row.id);
    const parts = searchParts(
      this.texts.of(row),
      turns.map(({ start_at, content_at, end_at }) => ({ start: start_at, contentStart: content_at, end: end_at })),
    ).map((part) => ({ ...part, role: part.turn === null ? null : turns[part.turn]!.role }));
    const made = { turns, parts };
    this.known.set(row.id, made);
    return made;
  }
}
