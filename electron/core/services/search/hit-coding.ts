import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { HitUnit } from '../../../../shared/contract/methods/search.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { transcriptBlocks } from '../../../../shared/transcript/blocks.ts';
import { trimmedSpan } from '../../../../shared/text/trimmed-span.ts';
import { unitAt, type UnitSource } from '../../../../shared/transcript/coding-unit.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { addCodings, codable } from '../codings/coding-additions.ts';
import type { OpenProject } from '../project/open-project.ts';
import { selectableSpan } from '../codings/selections.ts';

type Hit = { readonly document: string } & Span;

/** What the units of a transcript are made from, and where a hit in a label has its words. */
function unitSource(project: OpenProject, row: DocumentRow): UnitSource & { wordsAt(position: number): number } {
  const text = project.texts.of(row);
  const interviewers = new Set(
    project.store
      .all(speakerQueries.ofDocument, row.id)
      .flatMap(({ id, role }) => (role === 'interviewer' ? [id] : [])),
  );
  const rows = project.store.all(turnQueries.ofDocument, row.id);
  const turns = rows.map((turn) => ({ start: turn.start_at, contentStart: turn.content_at, end: turn.end_at }));
  return {
    text,
    language: row.language,
    blocks: transcriptBlocks(text, turns),
    isQuestion: ({ turn }) => turn !== null && interviewers.has(rows[turn]!.speaker ?? ''),
    wordsAt: (position) => {
      const turn = turns.find(({ start, contentStart }) => start <= position && position < contentStart);
      return turn ? Math.min(turn.contentStart, turn.end) : position;
    },
  };
}

/** The passage to code for a hit. What is found in a label stands for its turn: labels are not coded. */
function passageOf(source: ReturnType<typeof unitSource>, hit: Hit, unit: HitUnit): Span | null {
  const start = source.wordsAt(hit.start);
  const isInLabel = start !== hit.start;
  if (unit === 'hit' && !isInLabel) return trimmedSpan(source.text, hit);
  const wanted = unit === 'hit' ? 'turn' : unit;
  const first = unitAt(source, start, wanted);
  const last = isInLabel ? first : unitAt(source, hit.end - 1, wanted);
  return first && last ? { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) } : first;
}

/** The passages of one document, each once, in text order. */
function passagesOf(project: OpenProject, row: DocumentRow, hits: readonly Hit[], unit: HitUnit): Span[] {
  const source = unitSource(project, row);
  const passages = new Map<string, Span>();
  for (const hit of hits) {
    if (hit.end > source.text.length || hit.start >= hit.end)
      throw new VerbatimError('selection_out_of_range', { start: hit.start, end: hit.end, length: source.text.length });
    const passage = passageOf(source, hit, unit);
    if (passage === null) continue;
    const span = selectableSpan(source.text, passage);
    passages.set(`${span.start} ${span.end}`, span);
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Codes what was found, in one command. Throws `not_found`, `code_not_codable`, `selection_out_of_range`; nothing has changed then. */
export function codeHits(
  project: OpenProject,
  hits: readonly Hit[],
  unit: HitUnit,
  codes: readonly string[],
): { passages: number; codings: number; present: number } {
  const wanted = codes.map((code) => codable(project, code));
  const places = [...Map.groupBy(hits, ({ document }) => document)].map(([document, found]) => {
    const row = project.document(document);
    return { row, spans: passagesOf(project, row, found, unit) };
  });
  const passages = places.reduce((sum, { spans }) => sum + spans.length, 0);
  const label = { code: new CodeNames(project.store).name(wanted[0]!.id), codes: wanted.length, passages };
  return project.change('search.code', label, (log) => {
    let [codings, present] = [0, 0];
    for (const { row, spans } of places)
      for (const span of spans) {
        const added = addCodings(project, log, row, span, wanted, 'automatic');
        codings += added.made;
        present += Number(added.made === 0);
      }
    return { passages, codings, present };
  });
}
