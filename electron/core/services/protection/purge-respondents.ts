import { documentTable } from '../../store/repositories/document-table.ts';
import type { Context } from '../project/context.ts';
import { backUpErased, type FinishedErasure, finishErasure } from './finish-erasure.ts';
import { gone, namesOf, takeOut, type Traces, tracesOf, withoutNames } from './respondent.ts';

/** Takes all that stands or stood of respondents out of the open project and its backups; answers how much that was. */
export async function purgeRespondents(
  context: Context,
  known: Traces,
): Promise<FinishedErasure & { readonly documents: number }> {
  const project = context.project();
  const { store, coder } = project;
  const traces = tracesOf(store, known);
  const documents = store.rows(documentTable).filter(({ id }) => traces.documents.has(id)).length;
  const scrub = withoutNames(namesOf(store, traces));
  // In one transaction: a respondent who is only removed could not be named again to be purged.
  store.erase(
    {
      name: 'cases.remove',
      label: { case: gone, cases: traces.cases.size },
      coder,
      run: (log) => takeOut(project, log, traces),
    },
    { name: 'cases.purge', label: {}, coder },
    { scrub, dropsOriginals: false, dropsExamples: true, goneForGood: traces },
  );
  const finished = finishErasure(store, context.ports);
  await backUpErased(store, context.ports);
  return { documents, ...finished };
}
