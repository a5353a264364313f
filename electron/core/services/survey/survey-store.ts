import type { ChangeLog } from '../../store/change-log.ts';
import { attributeQueries, surveyColumnQueries, surveyColumnTable } from '../../store/repositories/case-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { insertAttribute, writeCell } from '../cases/attribute-rows.ts';
import { insertCase, nextCasePosition } from '../cases/case-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { PlannedColumn } from './survey-columns.ts';
import type { SurveyPlan } from './survey-plan.ts';

export type StoredSurvey = {
  readonly created: number;
  /** Cases there were before, of which some value changed. */
  readonly changed: number;
  readonly attributes: number;
  readonly joined: number;
};

/** Writes what a plan says; one made of the project as it stands now. */
export function storeSurvey(
  project: OpenProject,
  log: ChangeLog,
  { columns, rows, joins }: SurveyPlan,
  kind: 'survey' | 'cases',
): StoredSurvey {
  const attributes = storeAttributes(project, log, columns);
  if (kind === 'survey') rememberColumns(project, log, columns, attributes.ids);
  const cases = new Map<string, string>();
  let position = nextCasePosition(project);
  let [created, changed] = [0, 0];
  for (const { name, standing, cells } of rows) {
    const id = standing ?? insertCase(project, log, name, position++).id;
    cases.set(name, id);
    if (standing === null) created++;
    else if (cells.length > 0) changed++;
    for (const { column, content } of cells)
      writeCell(project, log, { case: id, attribute: attributes.ids.get(column.header)! }, content);
  }
  for (const join of joins) log.update(documentTable, join.document, { study_case: cases.get(join.case)! });
  return { created, changed, attributes: attributes.made, joined: joins.length };
}

function storeAttributes(
  project: OpenProject,
  log: ChangeLog,
  columns: readonly PlannedColumn[],
): { ids: Map<string, string>; made: number } {
  const ids = new Map<string, string>();
  let position = (project.store.all(attributeQueries.all).at(-1)?.position ?? -1) + 1;
  let made = 0;
  for (const { header, role, standing, name, shape, choice } of columns) {
    if (role === 'key' || role === 'ignored') continue;
    if (standing) {
      ids.set(header, standing.id);
      continue;
    }
    const { lowLabel, highLabel, confidential } = choice ?? {};
    const options = {
      ...(lowLabel === undefined ? {} : { lowLabel }),
      ...(highLabel === undefined ? {} : { highLabel }),
      ...(confidential === undefined ? {} : { confidential }),
    };
    ids.set(
      header,
      insertAttribute(project, log, { key: header, name, ...shape, position: position++, ...options }).id,
    );
    made++;
  }
  return { ids, made };
}

/** Keeps the order of the columns: that of this file if it has all that are known, else new ones behind the known. */
function rememberColumns(
  { store }: OpenProject,
  log: ChangeLog,
  columns: readonly PlannedColumn[],
  ids: ReadonlyMap<string, string>,
): void {
  const known = store.all(surveyColumnQueries.all);
  const taken = columns.filter(({ role }) => role !== 'ignored');
  const isWhole = known.every(({ header }) => taken.some((column) => column.header === header));
  let next = isWhole ? 0 : (known.at(-1)?.position ?? -1) + 1;
  for (const { header, role } of taken) {
    const standing = known.find((row) => row.header === header);
    if (standing && !isWhole) continue;
    // A second key has no place in the table.
    if (!standing && role === 'key' && !isWhole) continue;
    const row = { header, position: next++, attribute: ids.get(header) ?? null, role };
    if (standing) log.update(surveyColumnTable, header, row);
    else log.insert(surveyColumnTable, row);
  }
}
