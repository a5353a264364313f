import { caseRow } from '../cases/case-rows.ts';
import type { Context, Service } from '../project/context.ts';
import { purgePlan } from './purge-plan.ts';
import { purgeRespondents } from './purge-respondents.ts';

/** Taking a respondent out of a project for good. */
export function purgeService(context: Context): Service<'cases.purge' | 'cases.purgePlan'> {
  return {
    'cases.purgePlan': ({ case: id }) => purgePlan(context, id),

    'cases.purge': ({ case: id }) => {
      const project = context.project();
      project.refuseBlind();
      caseRow(project, id);
      return purgeRespondents(context, { cases: new Set([id]), documents: new Set(), speakers: new Set() });
    },
  };
}
