import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { Structure } from '../../../../shared/contract/methods/autocode.ts';
import type { Passage } from '../../../../shared/contract/schema/entities.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { trimmedSpan } from '../../../../shared/text/trimmed-span.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { speakerQueries, turnQueries } from '../../store/repositories/turn-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { freeCodeName, insertCode, writtenLanguage } from '../codebook/code-rows.ts';
import { addCodings, codable } from './coding-additions.ts';
import type { Context, Service } from '../project/context.ts';
import { segmentsOf } from '../guide/guide-turns.ts';
import { questionRow } from '../guide/question-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from './passages.ts';
import { selectableSpan } from './selections.ts';

function speakers({ store }: OpenProject): Output<'autocode.speakers'> {
  const found = new Map<string, { name: string; role: string; turns: number; documents: number }>();
  for (const { id } of store.all(documentQueries.all)) {
    const turns = Map.groupBy(store.all(turnQueries.ofDocument, id), ({ speaker }) => speaker);
    for (const speaker of store.all(speakerQueries.ofDocument, id)) {
      const known = found.get(speaker.name) ?? { name: speaker.name, role: speaker.role, turns: 0, documents: 0 };
      known.turns += turns.get(speaker.id)?.length ?? 0;
      known.documents++;
      found.set(speaker.name, known);
    }
  }
  return [...found.values()].sort((a, b) => b.turns - a.turns);
}

/** The spans of a part of the structure in one document. */
function spansOf(project: OpenProject, document: string, structure: Structure): Span[] {
  if (structure.kind === 'question')
    return segmentsOf(project, document)
      .filter(({ question }) => question === structure.question)
      .flatMap(({ answers }) => answers);
  const named = new Set(
    project.store
      .all(speakerQueries.ofDocument, document)
      .flatMap(({ id, name }) => (name === structure.name ? [id] : [])),
  );
  return project.store
    .all(turnQueries.ofDocument, document)
    .filter(({ speaker }) => speaker !== null && named.has(speaker))
    .map(({ content_at, end_at }) => ({ start: content_at, end: end_at }));
}

function preview(project: OpenProject, structure: Structure): Passage[] {
  if (structure.kind === 'question') questionRow(project, structure.question);
  return project.store.all(documentQueries.all).flatMap((row) => {
    const spans = spansOf(project, row.id, structure);
    if (spans.length === 0) return [];
    const text = project.texts.of(row);
    const maker = new PassageMaker(project, row);
    return spans.flatMap((span) => trimmedSpan(text, span) ?? []).map((span) => maker.make(span, []));
  });
}

/** Codes passages, in one command. Throws `not_found`, `code_not_codable`, `name_taken`, `selection_out_of_range`; nothing has changed then. */
function run(project: OpenProject, { assignments }: ParsedInput<'autocode.run'>): Output<'autocode.run'> {
  const names = new CodeNames(project.store);
  const placed = assignments.map(({ code, passages }) => ({
    code: 'id' in code ? codable(project, code.id) : { name: freeCodeName(project, code.name, null) },
    passages: passages.map(({ document, ...span }) => {
      const row = project.document(document);
      return { row, span: selectableSpan(project.texts.of(row), span) };
    }),
  }));
  const first = placed[0]!.code;
  const count = placed.reduce((sum, { passages }) => sum + passages.length, 0);
  const label = { code: 'id' in first ? names.name(first.id) : first.name, codes: placed.length, passages: count };
  const language = writtenLanguage(project);
  return project.change('autocode.run', label, (log) => {
    let [codings, present] = [0, 0];
    const codes = placed.map(({ code, passages }) => {
      const row = 'id' in code ? code : insertCode(project, log, { name: code.name, language, parent: null });
      for (const { row: document, span } of passages) {
        const { made } = addCodings(project, log, document, span, [row], 'automatic');
        codings += made;
        present += Number(made === 0);
      }
      return asId<'code'>(row.id);
    });
    return { codings, present, codes };
  });
}

export function autocodeService(context: Context): Service<'autocode.speakers' | 'autocode.preview' | 'autocode.run'> {
  return {
    'autocode.speakers': () => speakers(context.project()),
    'autocode.preview': (structure) => preview(context.project(), structure),
    'autocode.run': (input) => run(context.project(), input),
  };
}
