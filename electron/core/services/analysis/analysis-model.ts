import type { Span } from '../../../../shared/domain/span.ts';
import {
  type DocumentUnitName,
  type DocumentUnits,
  documentUnits,
} from '../../../../shared/analysis/document-units.ts';
import type { ScopeName } from '../../../../shared/analysis/unit-names.ts';
import type { UnitSource } from '../../../../shared/analysis/unit-source.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { type DocumentRow, documentQueries } from '../../store/repositories/document-table.ts';
import { turnQueries } from '../../store/repositories/turn-table.ts';
import type { Store } from '../../store/store.ts';
import type { DocumentTexts } from '../documents/document-texts.ts';

/** A coding as analysis sees it: code and coder by id, its place in code points, and the row it is. */
export type ModelCoding = {
  readonly id: string;
  readonly selection: string;
  readonly code: string;
  readonly coder: string;
} & Span;

/** A turn's content with its speaker's role, and the case its speaker is where that is not the transcript's (focus groups). */
export type ModelTurn = Span & { readonly role: string | null; readonly studyCase: string | null };

/** One document for analysis; all positions in code points. */
export type ModelDocument = {
  readonly row: DocumentRow;
  /** Contents of the turns, in order, empty ones left out. */
  readonly turns: readonly ModelTurn[];
  readonly codings: readonly ModelCoding[];
};

/** Every document with its turns and codings, read once per revision. */
export class AnalysisModel {
  private readonly store: Store;
  private readonly texts: DocumentTexts;
  private known: { readonly revision: number; readonly documents: readonly ModelDocument[] } | null = null;
  private readonly units = new Map<string, { readonly of: string; readonly units: DocumentUnits }>();

  constructor(store: Store, texts: DocumentTexts) {
    this.store = store;
    this.texts = texts;
  }

  documents(): readonly ModelDocument[] {
    const { revision } = this.store;
    if (this.known?.revision === revision) return this.known.documents;
    const rows = this.store.all(documentQueries.all);
    const converters = new Map(rows.map((row) => [row.id, this.toCodePoint(row)]));
    const turns = new Map<string, ModelTurn[]>(rows.map((row) => [row.id, []]));
    for (const turn of this.store.iterate(turnQueries.contents)) {
      const convert = converters.get(turn.document)!;
      if (turn.content_at < turn.end_at)
        turns.get(turn.document)!.push({
          start: convert(turn.content_at),
          end: convert(turn.end_at),
          role: turn.role,
          studyCase: turn.study_case,
        });
    }
    const codings = new Map<string, ModelCoding[]>(rows.map((row) => [row.id, []]));
    for (const { id, document, selection, code, coder, start_at, end_at } of this.store.iterate(codingQueries.placed)) {
      const convert = converters.get(document)!;
      codings.get(document)!.push({ id, selection, code, coder, start: convert(start_at), end: convert(end_at) });
    }
    const documents = rows.map((row) => ({ row, turns: turns.get(row.id)!, codings: codings.get(row.id)! }));
    this.known = { revision, documents };
    return documents;
  }

  /**
   * The units of one document, in code points. Those of a text are cut once and kept until text, language, turns or
   * roles change; `segments` are the passages marked out, for the unit of that name.
   */
  unitsOf(
    document: ModelDocument,
    unit: DocumentUnitName,
    scope: ScopeName,
    segments: UnitSource['segments'] = [],
  ): DocumentUnits {
    const { row, turns } = document;
    const cut = (): DocumentUnits =>
      documentUnits(
        {
          length: row.code_points,
          language: row.language,
          turns,
          text: () => {
            const text = this.texts.of(row);
            return { text, offsets: codePointOffsets(text) };
          },
          segments,
        },
        unit,
        scope,
      );
    if (unit !== 'sentence' && unit !== 'token') return cut();
    const key = `${row.id} ${unit} ${scope}`;
    const of = [row.text, row.language, ...turns.map(({ start, end, role }) => `${start}-${end}${role}`)].join(' ');
    const kept = this.units.get(key);
    if (kept?.of === of) return kept.units;
    const units = cut();
    this.units.set(key, { of, units });
    return units;
  }

  /** UTF-16 positions to code points; a text without astral characters needs no reading. */
  private toCodePoint(row: DocumentRow): (position: number) => number {
    if (row.utf16_length === row.code_points) return (position) => position;
    let converter: ((position: number) => number) | null = null;
    return (position) => {
      converter ??= codePointOffsets(this.texts.of(row)).toCodePoint;
      return converter(position);
    };
  }
}
