import { asId } from '../../../../shared/domain/ids.ts';
import { coderQueries, coderTable } from '../../store/repositories/coder-table.ts';
import { recordBlinding } from '../../store/records.ts';
import type { Context, Service } from '../project/context.ts';
import { coderRow, freeCoderName, insertCoder } from './coder-rows.ts';

export function codersService(
  context: Context,
): Service<'coders.list' | 'coders.create' | 'coders.rename' | 'coders.choose'> {
  return {
    'coders.list': () =>
      context
        .project()
        .store.all(coderQueries.counted)
        .map(({ id, name, codings }) => ({ id: asId<'coder'>(id), name, codings })),
    'coders.create': ({ name }) => {
      const project = context.project();
      const free = freeCoderName(project, name);
      const row = project.change('coders.create', { name: free }, (log) => insertCoder(project, log, free));
      return { id: asId<'coder'>(row.id), name: row.name, codings: 0 };
    },
    'coders.rename': ({ coder, name }) => {
      const project = context.project();
      coderRow(project, coder);
      const free = freeCoderName(project, name, coder);
      project.change('coders.rename', { name: free }, (log) => log.update(coderTable, coder, { name: free }));
      return {};
    },
    'coders.choose': ({ coder, leave = false }) => {
      const project = context.project();
      coderRow(project, coder);
      const seenBefore = project.store.sight.coder;
      if (seenBefore !== null && coder !== seenBefore) {
        if (project.isOpenedAs || !(leave || project.codesBlind(coder))) project.refuseBlind();
        recordBlinding(project.store, context.ports, {
          coder: seenBefore,
          act: 'left',
          reason: project.coderName(coder),
        });
      }
      project.chooseCoder(coder);
      if (seenBefore !== null || project.codesBlind(coder)) context.lookAgain();
      context.broadcast({ name: 'changed', data: { tables: ['coder'], revision: project.store.revision } });
      return {};
    },
  };
}
