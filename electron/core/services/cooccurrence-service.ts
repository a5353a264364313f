import { pairMeasures } from '../../../shared/analysis/association/pair-measures.ts';
import { cooccurrence, type CooccurrenceInput } from '../../../shared/analysis/cooccurrence.ts';
import { type ScopeName } from '../../../shared/analysis/unit-names.ts';
import { scopeSpans } from '../../../shared/analysis/unit-source.ts';
import { cooccurrenceEvidence } from '../../../shared/analysis/cooccurrence-evidence.ts';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { CooccurrenceBlock } from '../../../shared/contract/methods/analysis.ts';
import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { coderQueries } from '../store/repositories/coder-table.ts';
import type { ModelDocument } from './analysis-model.ts';
import { listCodes } from './code-list.ts';
import type { Context, Service } from './context.ts';
import type { OpenProject } from './open-project.ts';
import { PassageMaker } from './passages.ts';

type Settings = Pick<ParsedInput<'cooccurrence.compute'>, 'unit' | 'scope'>;

/** Turns count what respondents say, overlaps the whole text, unless told otherwise. */
function scopeOf({ unit, scope }: Settings): ScopeName {
  return scope ?? (unit === 'turn' ? 'respondent' : 'text');
}

function inputOf(
  documents: readonly ModelDocument[],
  codes: readonly string[],
  coder: string,
  settings: Settings,
): CooccurrenceInput {
  const scope = scopeOf(settings);
  const numbers = new Map(codes.map((code, number) => [code, number]));
  return {
    codeCount: codes.length,
    unit: settings.unit === 'turn' ? { kind: 'segment', rule: 'any' } : { kind: 'overlap' },
    documents: documents.map((document) => ({
      // Turns are the units; the whole text as units would be one single unit.
      units:
        scope === 'text'
          ? document.turns
          : scopeSpans({ length: document.row.code_points, turns: document.turns }, scope),
      ...(scope === 'text'
        ? {}
        : { scope: scopeSpans({ length: document.row.code_points, turns: document.turns }, scope) }),
      codings: document.codings
        .filter((coding) => coding.coder === coder)
        .map(({ code, start, end }) => ({ code: numbers.get(code)!, start, end })),
    })),
  };
}

function blockOf(project: OpenProject, coder: { id: string; name: string }, settings: Settings): CooccurrenceBlock {
  const documents = project.analysis.documents();
  const codes = listCodes(project).map(({ id }) => id);
  const result = cooccurrence(inputOf(documents, codes, coder.id, settings));
  return {
    coder: asId<'coder'>(coder.id),
    coderName: coder.name,
    unit: settings.unit,
    scope: scopeOf(settings),
    n: result.n,
    documents: documents.length,
    codes: result.occurrences.map(({ code, units, codings }) => ({ code: codes[code]!, count: units ?? codings })),
    pairs: result.pairs.map((pair) => ({ ...pair, ...pairMeasures(pair), a: codes[pair.a]!, b: codes[pair.b]! })),
  };
}

/** Units with both codes, or the shared parts of overlapping codings, each as one passage. */
function passagesOf(project: OpenProject, input: ParsedInput<'cooccurrence.passages'>): Passage[] {
  const documents = project.analysis.documents();
  const codes = [input.a, input.b];
  const relevant = documents.map((document) => ({
    ...document,
    codings: document.codings.filter(({ code }) => codes.some((wanted) => wanted === code)),
  }));
  return cooccurrenceEvidence(inputOf(relevant, codes, input.coder, input), 0, 1).flatMap(
    ({ document, both, overlaps }) => {
      const spans: readonly Span[] = input.unit === 'turn' ? both : overlaps.flatMap(({ shared }) => shared);
      if (spans.length === 0) return [];
      const maker = new PassageMaker(project, documents[document]!.row);
      return spans.map((span) => maker.makeFromCodePoints(span, []));
    },
  );
}

export function cooccurrenceService(context: Context): Service<'cooccurrence.compute' | 'cooccurrence.passages'> {
  return {
    'cooccurrence.compute': (input) => {
      const project = context.project();
      const coders = project.store
        .all(coderQueries.counted)
        .filter(({ id, codings }) => input.coders?.some((chosen) => chosen === id) ?? codings > 0);
      return { revision: project.store.revision, blocks: coders.map((coder) => blockOf(project, coder, input)) };
    },
    'cooccurrence.passages': (input) => passagesOf(context.project(), input),
  };
}
