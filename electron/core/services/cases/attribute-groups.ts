import { caseQueries } from '../../store/repositories/case-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { groupsBy } from '../survey/survey-figures.ts';

/** The groups an attribute makes of the cases: its values in their order, and the group of each case. */
export type AttributeGroups = {
  readonly values: readonly string[];
  /** Null for a case without a value, and for no case. */
  readonly groupOf: (studyCase: string | null) => string | null;
};

/** Throws `not_found`. */
export function attributeGroups(project: OpenProject, attribute: string): AttributeGroups {
  const groups = groupsBy(project, attribute);
  const cases = project.store.all(caseQueries.all);
  const byCase = new Map(
    groups.flatMap(({ group, places }) => places.map((place) => [cases[place]!.id, group] as const)),
  );
  return {
    values: groups.flatMap(({ group }) => group ?? []),
    groupOf: (studyCase) => (studyCase === null ? null : (byCase.get(studyCase) ?? null)),
  };
}
