import { hitContext, type SearchHit } from '../../../shared/contract/methods/analysis.ts';
import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { findFolded } from '../../../shared/text/fold.ts';
import { coderQueries } from '../store/repositories/coder-table.ts';
import { codingQueries } from '../store/repositories/coding-table.ts';
import { documentQueries } from '../store/repositories/document-table.ts';
import { breathe, type Context, type Service } from './context.ts';
import { PassageMaker } from './passages.ts';

const hitsShown = 500;

export function searchService(context: Context): Service<'search.text' | 'codes.passages'> {
  return {
    'search.text': async ({ query, limit = hitsShown }) => {
      const project = context.project();
      const hits: SearchHit[] = [];
      let total = 0;
      for (const row of project.store.all(documentQueries.all)) {
        const spans = findFolded(project.texts.of(row), query);
        total += spans.length;
        if (spans.length > 0 && hits.length < limit) {
          const maker = new PassageMaker(project, row);
          hits.push(
            ...spans
              .slice(0, limit - hits.length)
              .map((span) => ({ ...maker.make(span, []), ...maker.around(span, hitContext) })),
          );
        }
        await breathe();
      }
      return { total, hits };
    },

    'codes.passages': ({ code, coder }) => {
      const project = context.project();
      const names = new Map(project.store.all(coderQueries.all).map(({ id, name }) => [id, name]));
      const codings = project.store
        .all(codingQueries.placedOfCode, code)
        .filter((coding) => coder === undefined || coding.coder === coder);
      return [...Map.groupBy(codings, ({ document }) => document)].flatMap(([document, rows]): Passage[] => {
        const maker = new PassageMaker(project, project.document(document));
        return rows.map((row) =>
          maker.make({ start: row.start_at, end: row.end_at }, [names.get(row.coder) ?? row.coder]),
        );
      });
    },
  };
}
