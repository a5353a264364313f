import { backUp, removeBackups } from '../../store/backup.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import type { Context } from '../project/context.ts';
import { gone, namesOf, takeOut, type Traces, tracesOf, withoutNames } from './respondent.ts';

/** Takes all that stands or stood of respondents out of the open project and its backups; answers how much that was. */
export async function purgeRespondents(
  context: Context,
  known: Traces,
): Promise<{ readonly documents: number; readonly backups: number }> {
  const project = context.project();
  const { store } = project;
  const traces = tracesOf(store, known);
  const documents = store.rows(documentTable).filter(({ id }) => traces.documents.has(id)).length;
  const scrub = withoutNames(namesOf(store, traces));
  const { revision } = store;
  const label = { case: gone, cases: traces.cases.size };
  project.change('cases.remove', label, (log) => takeOut(project, log, traces));
  const command = { name: 'cases.purge', label: {}, coder: project.coder };
  try {
    store.erase(command, { scrub, dropsOriginals: false, dropsExamples: true, goneForGood: traces });
  } catch (error) {
    // Refused as a whole: a respondent who is only removed could not be named again to be purged.
    if (store.revision > revision) store.undo(project.coder);
    throw error;
  }
  // Before what may want for space: the respondent is gone, and cannot be named again to have them removed.
  const backups = removeBackups(context.ports, project.summary().id);
  store.reclaim();
  await backUp(store, context.ports, 'timer');
  return { documents, backups };
}
