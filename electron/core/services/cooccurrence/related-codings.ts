import { relatedPairs, visitRelated } from '../../../../shared/analysis/coding-relations.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { blockCoders, coderId, CooccurrenceData } from './cooccurrence-data.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';

const usualDistance = 1;

/** Pairs of codings by how they lie to each other, coder by coder. Throws `not_found`. */
export function relations(
  project: OpenProject,
  { relation, distance = usualDistance, ...settings }: ParsedInput<'cooccurrence.relations'>,
): Output<'cooccurrence.relations'> {
  const data = new CooccurrenceData(project, settings);
  const unmarked = data.unmarked();
  const pairsIn = (counted: CooccurrenceData, coder: string | null) => {
    const documents = counted.documents.map((document) => ({
      turns: document.turns,
      codings: counted.codingsOf(document, coder),
    }));
    return { documents, pairs: relatedPairs(documents, counted.codes.length, { relation, distance }) };
  };
  const blocks = blockCoders(project, settings).map((coder) => {
    const { documents, pairs } = pairsIn(data, coder.id);
    const counts = new Map<number, number>();
    for (const { codings } of documents) for (const { code } of codings) counts.set(code, (counts.get(code) ?? 0) + 1);
    const free =
      unmarked === null
        ? null
        : new Map(
            pairsIn(unmarked, coder.id).pairs.map(({ first, second, count }) => [`${first} ${second}`, count] as const),
          );
    return {
      coder: coderId(coder),
      coderName: coder.name,
      documents: documents.length,
      codes: data.codes.flatMap((code, number) => {
        const count = counts.get(number);
        return count === undefined ? [] : [{ code: asId<'code'>(code), count }];
      }),
      pairs: pairs.flatMap(({ first, second, count }) => {
        const [one, other] = [data.codes[first]!, data.codes[second]!];
        if (data.isNested(one, other)) return [];
        const marked = free === null ? null : count - (free.get(`${first} ${second}`) ?? 0);
        return [{ first: asId<'code'>(one), second: asId<'code'>(other), count, marked }];
      }),
    };
  });
  return { revision: project.store.revision, blocks };
}

/** From the beginning of the one to the end of the other, for every related pair. Throws `not_found`. */
export function relationPassages(
  project: OpenProject,
  {
    relation,
    distance = usualDistance,
    coder,
    first,
    second,
    ...settings
  }: ParsedInput<'cooccurrence.relationPassages'>,
): Output<'cooccurrence.relationPassages'> {
  const data = new CooccurrenceData(project, settings);
  const [one, other] = [data.numberOf(first), data.numberOf(second)];
  const isMarked = data.markedTest();
  return data.documents.flatMap((document) => {
    const found: { start: number; end: number; marked: boolean }[] = [];
    const codings = data.codingsOf(document, coder, new Set([one, other]));
    visitRelated({ turns: document.turns, codings }, { relation, distance }, (a, b) => {
      if (a.code === one && b.code === other)
        found.push({
          start: Math.min(a.start, b.start),
          end: Math.max(a.end, b.end),
          marked: isMarked(document, a.selection) || isMarked(document, b.selection),
        });
    });
    if (found.length === 0) return [];
    const maker = new PassageMaker(project, document.row);
    return found
      .sort((x, y) => x.start - y.start || x.end - y.end)
      .map(({ marked, ...span }) => ({ ...maker.makeFromCodePoints(span, []), marked }));
  });
}
