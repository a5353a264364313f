import type { SearchHit, SearchPlace } from '../../../../shared/contract/methods/search.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { documentQueries, type DocumentRow } from '../../store/repositories/document-table.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { codeHits } from './hit-coding.ts';
import { TextSearch } from './text-search.ts';

const pageLength = 500;
/** Hits beyond a full page are counted as long as so much text, in UTF-16 units, is enough to find them. */
const countedBeyond = 4_000_000;
/** How long, in milliseconds, a search goes on without letting other calls in. */
const patience = 10;
/** Most hits marked in one transcript. */
const mostMarked = 20_000;

/** The documents to search, in their order, from the one on where a page begins. */
function asked(
  project: OpenProject,
  documents: readonly string[] | undefined,
  from: string | undefined,
): DocumentRow[] {
  const rows = project.store.all(documentQueries.all);
  const wanted = documents && new Set<string>(documents);
  const first = from === undefined ? 0 : rows.findIndex(({ id }) => id === from);
  return rows.slice(Math.max(0, first)).filter(({ id }) => wanted?.has(id) ?? true);
}

export function searchService(context: Context): Service<'search.text' | 'search.inDocument' | 'search.code'> {
  return {
    'search.text': async ({ limit = pageLength, from, ...question }) => {
      const project = context.project();
      const search = new TextSearch(project, question);
      const hits: SearchHit[] = [];
      let next: SearchPlace | null = null;
      let [total, documents, beyond] = [0, 0, 0];
      let rested = performance.now();
      for (const { row, ...searched } of search.through(asked(project, question.documents, from?.document))) {
        const found =
          row.id === from?.document ? searched.hits.filter(({ start }) => start >= from.start) : searched.hits;
        total += found.length;
        documents += Number(found.length > 0);
        if (next === null && found.length > 0) {
          const room = limit - hits.length;
          const maker = new PassageMaker(project, row, project.parts.turnsOf(row));
          for (const span of found.slice(0, room)) hits.push(maker.inContext(maker.make(span, [])));
          const following = found[room];
          if (following) next = { document: asId<'document'>(row.id), start: following.start };
        } else if (next !== null) {
          beyond += searched.units;
          if (beyond > countedBeyond) return { hits, total, documents, isWhole: false, next };
        }
        if (performance.now() - rested < patience) continue;
        await breathe();
        rested = performance.now();
      }
      return { hits, total, documents, isWhole: true, next };
    },

    'search.inDocument': ({ document, ...question }) => {
      const project = context.project();
      const { hits } = new TextSearch(project, question).in(project.document(document));
      return { hits: hits.slice(0, mostMarked), isWhole: hits.length <= mostMarked };
    },

    'search.code': ({ hits, unit, codes }) => codeHits(context.project(), hits, unit, codes),
  };
}
