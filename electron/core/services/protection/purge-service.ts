import { backUp, removeBackups } from '../../store/backup.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { caseRow } from '../cases/case-rows.ts';
import type { Context, Service } from '../project/context.ts';
import { purgePlan } from './purge-plan.ts';
import { gone, namesOf, takeOut, tracesOf, withoutNames } from './respondent.ts';

/** Taking a respondent out of a project for good. */
export function purgeService(context: Context): Service<'cases.purge' | 'cases.purgePlan'> {
  return {
    'cases.purgePlan': ({ case: id }) => purgePlan(context, id),

    'cases.purge': async ({ case: id }) => {
      const project = context.project();
      project.refuseBlind();
      const { store } = project;
      caseRow(project, id);
      const documents = store.rows(documentTable).filter((row) => row.study_case === id).length;
      const traces = tracesOf(store, { cases: new Set([id]), documents: new Set(), speakers: new Set() });
      const scrub = withoutNames(namesOf(store, traces));
      project.change('cases.remove', { case: gone, cases: 1 }, (log) => takeOut(project, log, traces));
      const command = { name: 'cases.purge', label: {}, coder: project.coder };
      try {
        store.erase(command, { scrub, dropsOriginals: false, dropsExamples: true, goneForGood: traces });
      } catch (error) {
        // Refused as a whole: a respondent who is only removed could not be named again to be purged.
        store.undo(project.coder);
        throw error;
      }
      // Before what may want for space: the respondent is gone, and cannot be named again to have them removed.
      const backups = removeBackups(context.ports, project.summary().id);
      store.reclaim();
      await backUp(store, context.ports, 'timer');
      return { documents, backups };
    },
  };
}
