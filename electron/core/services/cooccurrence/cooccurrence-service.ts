import { pairMeasures } from '../../../../shared/analysis/association/pair-measures.ts';
import { cooccurrence } from '../../../../shared/analysis/cooccurrence.ts';
import { cooccurrenceEvidence } from '../../../../shared/analysis/cooccurrence-evidence.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { CooccurrenceBlock } from '../../../../shared/contract/methods/cooccurrence.ts';
import type { MarkedPassage } from '../../../../shared/contract/schema/entities.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import type { Context, Service } from '../project/context.ts';
import { testOrder, testPairs } from './cooccurrence-tests.ts';
import { type BlockCoder, blockCoders, coderId, CooccurrenceData, scopeOf, usualWindow } from './cooccurrence-data.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMakers } from '../codings/passages.ts';
import { relationPassages, relations } from './related-codings.ts';

function blockOf(
  data: CooccurrenceData,
  coder: BlockCoder,
  settings: ParsedInput<'cooccurrence.compute'>,
): CooccurrenceBlock {
  const { codes } = data;
  const result = cooccurrence(data.input(coder.id, settings));
  const unmarked = data.unmarked();
  const kept = unmarked === null ? null : togetherByPair(cooccurrence(unmarked.input(coder.id, settings)).pairs);
  return {
    coder: coderId(coder),
    coderName: coder.name,
    unit: settings.unit,
    scope: scopeOf(settings),
    window: settings.unit === 'window' ? (settings.window ?? usualWindow) : null,
    n: result.n,
    documents: data.documents.length,
    codes: result.occurrences.map(({ code, units, codings }) => ({
      code: asId<'code'>(codes[code]!),
      count: units ?? codings,
      codings,
    })),
    pairs: result.pairs.flatMap((pair) => {
      const [a, b] = [codes[pair.a]!, codes[pair.b]!];
      if (data.isNested(a, b)) return [];
      const marked = kept === null ? null : together(pair) - (kept.get(`${pair.a} ${pair.b}`) ?? 0);
      return [{ ...pair, ...pairMeasures(pair), marked, a: asId<'code'>(a), b: asId<'code'>(b) }];
    }),
  };
}

type Together = { readonly a: number; readonly b: number; readonly n11: number | null; readonly overlapPairs: number };

function together({ n11, overlapPairs }: Together): number {
  return n11 ?? overlapPairs;
}

function togetherByPair(pairs: readonly Together[]): ReadonlyMap<string, number> {
  return new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, together(pair)]));
}

/** Counts and measures of every pair of codes, coder by coder. Throws `not_found`. */
export function computeCooccurrence(
  project: OpenProject,
  settings: ParsedInput<'cooccurrence.compute'>,
): Output<'cooccurrence.compute'> {
  const data = new CooccurrenceData(project, settings);
  return {
    revision: project.store.revision,
    blocks: blockCoders(project, settings).map((coder) => blockOf(data, coder, settings)),
  };
}

/** From the first to the last of some spans: a scope may cut what two codings share into pieces. */
function hullOf(spans: readonly Span[]): Span {
  return { start: spans[0]!.start, end: spans.at(-1)!.end };
}

/** What a cell opens: where it is, and what tells it from others, which may be at the same place. */
type Place = { readonly row: DocumentRow; readonly span: Span; readonly key: string };

/** Units with both codes (of a code and itself: with it), or for each pair of overlapping codings what they share. */
function passagesOf(
  project: OpenProject,
  { a, b, coder, ...settings }: ParsedInput<'cooccurrence.passages'>,
): MarkedPassage[] {
  const data = new CooccurrenceData(project, settings);
  const [first, second] = [data.numberOf(a), data.numberOf(b)];
  const placesIn = (counted: CooccurrenceData): Place[] => {
    const parts = counted.parts(settings);
    return cooccurrenceEvidence(counted.input(coder, settings, new Set([first, second])), first, second).flatMap(
      ({ document, both, overlaps }) => {
        const { row } = parts[document]!.document;
        return settings.unit === 'overlap'
          ? overlaps.map((pair) => ({
              row,
              span: hullOf(pair.shared),
              key: `${pair.first.selection} ${pair.second.selection}`,
            }))
          : both.map((span) => ({ row, span, key: `${row.id} ${span.start} ${span.end}` }));
      },
    );
  };
  const unmarked = data.unmarked();
  const kept = unmarked === null ? null : new Set(placesIn(unmarked).map(({ key }) => key));
  // By case a passage over turns of two people is found for each of them, and is one place to read.
  const places = settings.unit === 'case' ? new Map(placesIn(data).map((place) => [place.key, place])) : null;
  const makers = new PassageMakers(project);
  return [...(places?.values() ?? placesIn(data))].map((place) => ({
    ...makers.of(place.row).makeFromCodePoints(place.span, []),
    marked: kept !== null && !kept.has(place.key),
  }));
}

type Names =
  | 'cooccurrence.compute'
  | 'cooccurrence.passages'
  | 'cooccurrence.relations'
  | 'cooccurrence.relationPassages'
  | 'cooccurrence.test'
  | 'cooccurrence.testOrder';

export function cooccurrenceService(context: Context): Service<Names> {
  return {
    'cooccurrence.compute': (input) => computeCooccurrence(context.project(), input),
    'cooccurrence.passages': (input) => passagesOf(context.project(), input),
    'cooccurrence.relations': (input) => relations(context.project(), input),
    'cooccurrence.relationPassages': (input) => relationPassages(context.project(), input),
    'cooccurrence.test': (input, call) => testPairs(context.project(), input, call),
    'cooccurrence.testOrder': (input, call) => testOrder(context.project(), input, call),
  };
}
