import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { coderQueries } from '../store/repositories/coder-table.ts';
import { codingQueries } from '../store/repositories/coding-table.ts';
import type { Context, Service } from './context.ts';
import { PassageMaker } from './passages.ts';

export function codePassagesService(context: Context): Service<'codes.passages'> {
  return {
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
