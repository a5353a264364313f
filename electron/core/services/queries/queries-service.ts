import { contradictions } from '../../../../shared/analysis/query/contradictions.ts';
import { evaluateQuery } from '../../../../shared/analysis/query/evaluate-query.ts';
import { parseQuery } from '../../../../shared/analysis/query/parse-query.ts';
import { QuerySyntaxError } from '../../../../shared/analysis/query/query-error.ts';
import type { QueryTree } from '../../../../shared/analysis/query/query-tree.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { SavedQuery } from '../../../../shared/contract/methods/queries.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { savedQueryQueries, savedQueryTable } from '../../store/repositories/saved-query-table.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { hasSpeakerCases } from '../cases/speaker-cases.ts';
import { type QueriedDocument, QueryDocuments } from './query-documents.ts';
import { queryNames } from './query-names.ts';

type Place = Span & { readonly coders: readonly string[] };
type Found = { readonly document: QueriedDocument; readonly places: readonly Place[] };
type Answer = { readonly found: readonly Found[]; readonly tree: QueryTree };

/** Runs what reads a query; a fault of its text is answered as an error of the contract. */
function readingQuery<Result>(query: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    const { problem, at, found } = error;
    throw new VerbatimError('query_syntax', { query, problem, at, place: at + 1, found }, { cause: error });
  }
}

/** Passages of the same words as one place, with whoever coded them. */
function placesOf(passages: readonly (Span & { readonly coder: string | null })[]): Place[] {
  const places = Map.groupBy(passages, ({ start, end }) => `${start} ${end}`);
  return [...places.values()].map((same) => ({
    start: same[0]!.start,
    end: same[0]!.end,
    coders: [...new Set(same.flatMap(({ coder }) => coder ?? []))],
  }));
}

async function answerOf(project: OpenProject, documents: QueryDocuments, query: string): Promise<Answer> {
  const tree = readingQuery(query, () => parseQuery(query));
  const names = queryNames(project);
  const found: Found[] = [];
  for (const document of documents.all()) {
    const places = placesOf(readingQuery(query, () => evaluateQuery(tree, document, names)));
    if (places.length > 0) found.push({ document, places });
    await breathe();
  }
  return { found, tree };
}

function page(project: OpenProject, found: readonly Found[], offset: number, limit: number) {
  const coders = coderNames(project);
  let skipped = 0;
  let left = limit;
  return found.flatMap(({ document: { row }, places }) => {
    const from = Math.max(0, offset - skipped);
    skipped += places.length;
    const shown = places.slice(from, from + left);
    if (shown.length === 0) return [];
    left -= shown.length;
    const maker = new PassageMaker(project, row);
    return shown.map((place) => {
      const by = place.coders.map((coder) => coders.get(coder) ?? coder);
      return maker.inContext(maker.makeFromCodePoints(place, by));
    });
  });
}

type Names = 'query.run' | 'queries.list' | 'queries.save' | 'queries.remove';

export function queriesService(context: Context): Service<Names> {
  let documents: { readonly project: OpenProject; readonly all: QueryDocuments } | null = null;
  let last: { readonly project: OpenProject; readonly key: string; readonly answer: Answer } | null = null;

  /** The answer to a query, found once for all its pages. */
  const answer = async (project: OpenProject, query: string): Promise<Answer> => {
    // Of the state the project is in now: it may change while the answer is looked for.
    const key = `${project.store.revision} ${query}`;
    if (last?.project === project && last.key === key) return last.answer;
    if (documents?.project !== project) documents = { project, all: new QueryDocuments(project) };
    last = { project, key, answer: await answerOf(project, documents.all, query) };
    return last.answer;
  };

  return {
    'query.run': async ({ query, offset, limit }) => {
      const project = context.project();
      const { found, tree } = await answer(project, query);
      return {
        total: found.reduce((sum, { places }) => sum + places.length, 0),
        documents: found.length,
        respondents: new Set(found.flatMap(({ document, places }) => places.flatMap(document.casesOf))).size,
        passages: page(project, found, offset, limit),
        contradictions: contradictions(tree, hasSpeakerCases(project)),
      };
    },
    'queries.list': () => context.project().store.all(savedQueryQueries.all).map(savedOf),
    'queries.save': ({ name, query }) => {
      const project = context.project();
      const trimmed = name.trim();
      if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'query' });
      readingQuery(query, () => parseQuery(query));
      const standing = project.store.get(savedQueryQueries.byName, trimmed);
      const row = standing
        ? { ...standing, query }
        : { id: project.newId<'savedQuery'>(), name: trimmed, query, created_at: project.now() };
      if (standing?.query !== query)
        project.change('queries.save', { name: trimmed }, (log) => {
          if (standing) log.update(savedQueryTable, standing.id, { query });
          else log.insert(savedQueryTable, row);
        });
      return savedOf(row);
    },
    'queries.remove': ({ query }) => {
      const project = context.project();
      const row = needed('query', query, project.store.row(savedQueryTable, query));
      project.change('queries.remove', { name: row.name }, (log) => log.remove(savedQueryTable, query));
      return {};
    },
  };
}

function savedOf({
  id,
  name,
  query,
}: {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}): SavedQuery {
  return { id: asId<'savedQuery'>(id), name, query };
}
