import { pairMeasures } from '../../../shared/analysis/association/pair-measures.ts';
import { cooccurrence } from '../../../shared/analysis/cooccurrence.ts';
import { cooccurrenceEvidence } from '../../../shared/analysis/cooccurrence-evidence.ts';
import { markedUnits } from '../../../shared/analysis/marked-units.ts';
import type { CallContext, Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { CooccurrenceBlock } from '../../../shared/contract/methods/cooccurrence.ts';
import type { MarkedPassage } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { runTask } from '../jobs/run-task.ts';
import type { DocumentRow } from '../store/repositories/document-table.ts';
import type { Context, Service } from './context.ts';
import { type BlockCoder, blockCoders, coderId, CooccurrenceData, scopeOf, usualWindow } from './cooccurrence-data.ts';
import type { OpenProject } from './open-project.ts';
import { PassageMaker } from './passages.ts';
import { relationPassages, relations } from './related-codings.ts';

const usualDraws = 9_999;
const usualSeed = 1;

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

type Place = { readonly row: DocumentRow; readonly span: Span };

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
      ({ document, both, overlaps }) =>
        (settings.unit === 'overlap' ? overlaps.map(({ shared }) => hullOf(shared)) : both).map((span) => ({
          row: parts[document]!.document.row,
          span,
        })),
    );
  };
  const placeKey = ({ row, span }: Place): string => `${row.id} ${span.start} ${span.end}`;
  const unmarked = data.unmarked();
  const kept = unmarked === null ? null : new Set(placesIn(unmarked).map(placeKey));
  // By case a passage over turns of two people is found for each of them, and is one place to read.
  const places = settings.unit === 'case' ? new Map(placesIn(data).map((place) => [placeKey(place), place])) : null;
  const makers = new Map<string, PassageMaker>();
  return [...(places?.values() ?? placesIn(data))].map((place) => {
    const maker = makers.get(place.row.id) ?? new PassageMaker(project, place.row);
    makers.set(place.row.id, maker);
    return { ...maker.makeFromCodePoints(place.span, []), marked: kept !== null && !kept.has(placeKey(place)) };
  });
}

async function test(
  project: OpenProject,
  { coder, codes, draws = usualDraws, seed = usualSeed, ...settings }: ParsedInput<'cooccurrence.test'>,
  call: CallContext,
): Promise<Output<'cooccurrence.test'>> {
  const { revision } = project.store;
  const data = new CooccurrenceData(project, settings);
  const numbers = codes.map((code) => data.numberOf(code)).sort((a, b) => a - b);
  const { documents, unit } = data.input(coder, settings, new Set(numbers));
  if (unit.kind === 'overlap')
    throw new VerbatimError('invalid_input', { method: 'cooccurrence.test', detail: 'unit: overlaps have no units' });
  const pairs = numbers
    .flatMap((a, place) => numbers.slice(place + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => !data.isNested(data.codes[a]!, data.codes[b]!));
  const chance = unit.kind === 'window' ? 'shift' : 'shuffle';
  const { tests, q, m } = await runTask(
    'pairs.test',
    { documents: markedUnits(documents, unit), pairs, chance, draws, seed },
    call,
  );
  return {
    revision,
    draws,
    seed,
    generator: 'xoshiro128**',
    chance,
    within: unit.kind === 'case' ? 'all' : 'document',
    m,
    pairs: tests.map((one, place) => {
      const [a, b] = pairs[place]!;
      const names = { a: asId<'code'>(data.codes[a]!), b: asId<'code'>(data.codes[b]!) };
      if ('undefined' in one) return { ...names, undefined: one.undefined };
      const { observed, expected, greater, twoSided } = one;
      return { ...names, observed, expected, p: greater, twoSided, q: q[place]! };
    }),
  };
}

type Names =
  | 'cooccurrence.compute'
  | 'cooccurrence.passages'
  | 'cooccurrence.relations'
  | 'cooccurrence.relationPassages'
  | 'cooccurrence.test';

export function cooccurrenceService(context: Context): Service<Names> {
  return {
    'cooccurrence.compute': (input) => computeCooccurrence(context.project(), input),
    'cooccurrence.passages': (input) => passagesOf(context.project(), input),
    'cooccurrence.relations': (input) => relations(context.project(), input),
    'cooccurrence.relationPassages': (input) => relationPassages(context.project(), input),
    'cooccurrence.test': (input, call) => test(context.project(), input, call),
  };
}
