import { VerbatimError } from '../../../shared/contract/errors.ts';
import { attributeQueries, attributeValueQueries } from '../store/repositories/case-table.ts';
import type { OpenProject } from './open-project.ts';

/** The groups an attribute makes of the cases: its values in their order, and the group of each case. */
export type AttributeGroups = {
  readonly name: string;
  readonly values: readonly string[];
  /** Null for a case without a value, and for no case. */
  readonly groupOf: (studyCase: string | null) => string | null;
};

/** Throws `not_found`. */
export function attributeGroups(project: OpenProject, attribute: string): AttributeGroups {
  const row = project.store.all(attributeQueries.all).find(({ id }) => id === attribute);
  if (!row) throw new VerbatimError('not_found', { kind: 'attribute', name: attribute });
  const groups = new Map<string, string>();
  for (const { study_case, attribute: of, value } of project.store.all(attributeValueQueries.all))
    if (of === attribute && value !== null) groups.set(study_case, value);
  const values = [...new Set(groups.values())];
  const isNumeric = values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
  return {
    name: row.name,
    values: isNumeric ? values.sort((a, b) => Number(a) - Number(b)) : values.sort(),
    groupOf: (studyCase) => (studyCase === null ? null : (groups.get(studyCase) ?? null)),
  };
}
