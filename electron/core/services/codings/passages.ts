import { hitContext, type SearchHit } from '../../../../shared/contract/methods/search.ts';
import type { Passage } from '../../../../shared/contract/schema/entities.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { type PlacedTurn, type SaidTurn, saidTurns } from '../documents/said-turns.ts';
import type { OpenProject } from '../project/open-project.ts';

/**
 * The words of a span as they are quoted: what stands in the gutter (labels, times) is left out, line breaks between turns
 * become blanks. `first`: the place of a turn before which none reaches into the span.
 */
export function quoteOf(text: string, span: Span, turns: readonly PlacedTurn[], first = 0): string {
  const pieces: string[] = [];
  let from = span.start;
  for (let place = first; place < turns.length; place++) {
    const turn = turns[place]!;
    if (turn.end_at <= from) continue;
    if (turn.start_at >= span.end) break;
    if (turn.start_at > from) pieces.push(text.slice(from, turn.start_at));
    from = Math.max(from, turn.start_at >= from || from < turn.content_at ? turn.content_at : from);
    const end = Math.min(span.end, turn.end_at);
    if (end > from) pieces.push(text.slice(from, end));
    from = Math.max(from, end);
  }
  if (from < span.end) pieces.push(text.slice(from, span.end));
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' ');
}

/** Makes passages of one document: reads its text, turns and speakers once. */
export class PassageMaker {
  private readonly row: DocumentRow;
  private readonly text: string;
  private readonly turns: readonly SaidTurn[];
  private toUtf16: ((cpStart: number) => number) | null = null;

  constructor(project: OpenProject, row: DocumentRow, turns: readonly SaidTurn[] = saidTurns(project.store, row.id)) {
    this.row = row;
    this.text = project.texts.of(row);
    this.turns = turns;
  }

  /** A passage from UTF-16 positions. */
  make(span: Span, coders: readonly string[]): Passage {
    const place = this.turns.findIndex((turn) => turn.end_at > span.start && turn.start_at <= span.start);
    const turn = place < 0 ? undefined : this.turns[place];
    return {
      document: asId<'document'>(this.row.id),
      documentName: this.row.name,
      language: this.row.language,
      start: span.start,
      end: span.end,
      quote: quoteOf(this.text, span, this.turns, Math.max(0, place)),
      speaker: turn?.speaker ?? null,
      time: turn?.time ?? null,
      turn: turn === undefined ? null : place + 1,
      coders: [...coders],
    };
  }

  /** A passage from code points. */
  makeFromCodePoints(span: Span, coders: readonly string[]): Passage {
    this.toUtf16 ??=
      this.row.utf16_length === this.row.code_points ? (position) => position : codePointOffsets(this.text).toUtf16;
    return this.make({ start: this.toUtf16(span.start), end: this.toUtf16(span.end) }, coders);
  }

  /** A passage with what stands around it. */
  inContext(passage: Passage): SearchHit {
    return { ...passage, ...this.around(passage, hitContext) };
  }

  /** What stands before and after a span, within its line; a turn's label and time are not among it. */
  around({ start, end }: Span, reach: number): { before: string; after: string } {
    const turn = this.turns.find((turn) => turn.content_at <= start && start < turn.end_at);
    const before = this.text.slice(Math.max(0, start - reach, turn?.content_at ?? 0), start);
    const after = this.text.slice(end, end + reach);
    return { before: before.slice(before.lastIndexOf('\n') + 1), after: after.split('\n', 1)[0] ?? '' };
  }
}

/** Makers of passages of several documents, each made when it is first asked for. */
export class PassageMakers {
  private readonly project: OpenProject;
  private readonly byDocument = new Map<string, PassageMaker>();

  constructor(project: OpenProject) {
    this.project = project;
  }

  of(row: DocumentRow): PassageMaker {
    const maker = this.byDocument.get(row.id) ?? new PassageMaker(this.project, row);
    this.byDocument.set(row.id, maker);
    return maker;
  }
}
