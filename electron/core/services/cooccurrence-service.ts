import { pairMeasures } from '../../../shared/analysis/association/pair-measures.ts';
import { relatedPairs, visitRelated } from '../../../shared/analysis/coding-relations.ts';
import { cooccurrence } from '../../../shared/analysis/cooccurrence.ts';
import { cooccurrenceEvidence } from '../../../shared/analysis/cooccurrence-evidence.ts';
import { markedUnits } from '../../../shared/analysis/marked-units.ts';
import type { CallContext, Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { CooccurrenceBlock } from '../../../shared/contract/methods/cooccurrence.ts';
import type { MarkedPassage, Passage } from '../../../shared/contract/schema/entities.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { runTask } from '../jobs/run-task.ts';
import type { Context, Service } from './context.ts';
import { type BlockCoder, blockCoders, CooccurrenceData, scopeOf, usualWindow } from './cooccurrence-data.ts';
import type { OpenProject } from './open-project.ts';
import { PassageMaker } from './passages.ts';

const usualDraws = 9_999;
const usualSeed = 1;
const usualDistance = 1;

function coderId({ id }: BlockCoder) {
  return id === null ? null : asId<'coder'>(id);
}

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

/** Units with both codes, or the shared parts of overlapping codings, each as one passage. */
function passagesOf(
  project: OpenProject,
  { a, b, coder, ...settings }: ParsedInput<'cooccurrence.passages'>,
): MarkedPassage[] {
  const data = new CooccurrenceData(project, settings);
  const [first, second] = [data.numberOf(a), data.numberOf(b)];
  const placesIn = (counted: CooccurrenceData): { document: number; span: Span }[] =>
    cooccurrenceEvidence(counted.input(coder, settings, new Set([first, second])), first, second).flatMap(
      ({ document, both, overlaps }) =>
        (settings.unit === 'overlap' ? overlaps.flatMap(({ shared }) => shared) : both).map((span) => ({
          document,
          span,
        })),
    );
  const placeKey = ({ document, span }: { document: number; span: Span }): string =>
    `${document} ${span.start} ${span.end}`;
  const unmarked = data.unmarked();
  const kept = unmarked === null ? null : new Set(placesIn(unmarked).map(placeKey));
  const makers = new Map<number, PassageMaker>();
  return placesIn(data).map((place) => {
    const maker = makers.get(place.document) ?? new PassageMaker(project, data.documents[place.document]!.row);
    makers.set(place.document, maker);
    return { ...maker.makeFromCodePoints(place.span, []), marked: kept !== null && !kept.has(placeKey(place)) };
  });
}

function relations(
  project: OpenProject,
  { relation, distance = usualDistance, ...settings }: ParsedInput<'cooccurrence.relations'>,
): Output<'cooccurrence.relations'> {
  const data = new CooccurrenceData(project, settings);
  const blocks = blockCoders(project, settings).map((coder) => {
    const documents = data.documents.map((document) => ({
      turns: document.turns,
      codings: data.codingsOf(document, coder.id),
    }));
    const counts = new Map<number, number>();
    for (const { codings } of documents) for (const { code } of codings) counts.set(code, (counts.get(code) ?? 0) + 1);
    return {
      coder: coderId(coder),
      coderName: coder.name,
      documents: documents.length,
      codes: data.codes.flatMap((code, number) => {
        const count = counts.get(number);
        return count === undefined ? [] : [{ code: asId<'code'>(code), count }];
      }),
      pairs: relatedPairs(documents, data.codes.length, { relation, distance }).flatMap(({ first, second, count }) => {
        const [one, other] = [data.codes[first]!, data.codes[second]!];
        if (data.isNested(one, other)) return [];
        return [{ first: asId<'code'>(one), second: asId<'code'>(other), count }];
      }),
    };
  });
  return { revision: project.store.revision, blocks };
}

/** From the beginning of the one to the end of the other, for every related pair. */
function relationPassages(
  project: OpenProject,
  {
    relation,
    distance = usualDistance,
    coder,
    first,
    second,
    ...settings
  }: ParsedInput<'cooccurrence.relationPassages'>,
): Passage[] {
  const data = new CooccurrenceData(project, settings);
  const [one, other] = [data.numberOf(first), data.numberOf(second)];
  return data.documents.flatMap((document) => {
    const found: Span[] = [];
    const codings = data.codingsOf(document, coder, new Set([one, other]));
    visitRelated({ turns: document.turns, codings }, { relation, distance }, (a, b) => {
      if (a.code === one && b.code === other)
        found.push({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
    });
    if (found.length === 0) return [];
    const maker = new PassageMaker(project, document.row);
    return found.sort((x, y) => x.start - y.start || x.end - y.end).map((span) => maker.makeFromCodePoints(span, []));
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
