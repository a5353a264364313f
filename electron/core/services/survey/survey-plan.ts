import type { SurveyFault } from '../../../../shared/contract/errors.ts';
import { type MissingKind, type ValueProblem, valueProblem } from '../../../../shared/domain/attribute.ts';
import { missingWords, standingKind } from '../../../../shared/domain/missing-words.ts';
import type { SurveyTable } from '../../import/survey/survey-table.ts';
import { attributeValueQueries, type AttributeValueRow, caseQueries } from '../../store/repositories/case-table.ts';
import type { CellContent } from '../cases/attribute-rows.ts';
import { DocumentFinder, fileNamesOf } from '../documents/document-join.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type PlannedColumn, planColumns, type SurveyChoices } from './survey-columns.ts';

export type PlannedCell = {
  readonly column: PlannedColumn;
  readonly content: CellContent;
  /** What stands there now, as it would be exported. */
  readonly before: string;
  readonly after: string;
};

export type PlannedRow = {
  readonly name: string;
  /** The case the project has under this name. */
  readonly standing: string | null;
  /** Cells that would change something. */
  readonly cells: readonly PlannedCell[];
};

/** What importing a survey would do. */
export type SurveyPlan = {
  readonly table: SurveyTable;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** In the order of rows and columns; what is at fault is left out of `rows`. */
  readonly faults: readonly SurveyFault[];
  readonly faultyRows: number;
  readonly joins: readonly { readonly case: string; readonly document: string; readonly documentName: string }[];
  readonly unknownDocuments: readonly string[];
};

/** Holds a table against the project, changing nothing. Throws `survey_header`. */
export function planSurvey(project: OpenProject, table: SurveyTable, choices: SurveyChoices): SurveyPlan {
  const columns = planColumns(project, table, choices);
  const key = columns.find(({ role }) => role === 'key')!;
  const cases = new Map(project.store.all(caseQueries.all).map(({ id, name }) => [name, id]));
  const standsAt = standingCells(project, columns);
  const joins = new PlannedJoins(project);
  const faults: SurveyFault[] = [];
  const rows: PlannedRow[] = [];
  const seen = new Set<string>();

  for (const { row, cells } of table.rows) {
    const fault = (column: string | null, problem: SurveyFault['problem'], value: string): void => {
      faults.push({ row, column, problem, value });
    };
    const name = (cells[key.place] ?? '').trim();
    const extra = cells.slice(table.header.length).filter((cell) => cell !== '');
    if (extra.length > 0) fault(null, 'too_many_cells', String(cells.length));
    else if (name === '') fault(key.header, 'no_key', '');
    else if (seen.has(name)) fault(key.header, 'duplicate_key', name);
    else {
      seen.add(name);
      const standing = cases.get(name) ?? null;
      const changed: PlannedCell[] = [];
      for (const column of columns) {
        if (column.role === 'key' || column.role === 'ignored') continue;
        const text = cells[column.place] ?? '';
        const { problem, change } = compareCell(column, text, standsAt(standing, column));
        if (problem !== null) {
          fault(column.header, problem, text);
          continue;
        }
        if (change) changed.push(change);
        if (column.role === 'document') joins.add(name, text);
      }
      rows.push({ name, standing, cells: changed });
    }
  }
  return {
    table,
    columns,
    rows,
    faults,
    faultyRows: new Set(faults.map(({ row }) => row)).size,
    joins: joins.joins,
    unknownDocuments: [...joins.unknown],
  };
}

/** A cell of the project, with the reason as it would be exported where it has no value. */
type StandingCell = { readonly row: AttributeValueRow; readonly reason: string };

/** How to find what stands in the cell of a case. */
function standingCells(
  { store }: OpenProject,
  columns: readonly PlannedColumn[],
): (studyCase: string | null, column: PlannedColumn) => StandingCell | null {
  const rows = store.all(attributeValueQueries.all);
  const byPlace = new Map(rows.map((row) => [`${row.study_case} ${row.attribute}`, row]));
  const byAttribute = Map.groupBy(rows, ({ attribute }) => attribute);
  const words = new Map(
    columns.map(({ header, standing }) => [header, missingWords(byAttribute.get(standing?.id ?? '') ?? [])]),
  );
  return (studyCase, { header, standing }) => {
    const row = studyCase === null || standing === null ? undefined : byPlace.get(`${studyCase} ${standing.id}`);
    if (!row) return null;
    const reason = row.missing === null ? '' : (row.original ?? words.get(header)![row.missing as MissingKind]);
    return { row, reason };
  };
}

/** What a cell of the table would change in the project, or why it cannot stand there. */
function compareCell(
  column: PlannedColumn,
  text: string,
  now: StandingCell | null,
): { readonly problem: ValueProblem | null; readonly change: PlannedCell | null } {
  const content = contentOf(text, column);
  const row = now?.row;
  // The cell as it would be exported: it says again why there is no value. An empty one says nothing against it.
  const isKnownReason = (text === '' || text === (now?.reason ?? '')) && (row?.value ?? null) === null;
  const problem = content.value === null || isKnownReason ? null : valueProblem(column.shape, content.value);
  if (problem !== null) return { problem, change: null };
  const isSame =
    (isKnownReason && !column.missing.has(text)) ||
    (row !== undefined &&
      row.value === content.value &&
      row.missing === content.missing &&
      row.original === (content.original ?? null));
  const before = row?.value ?? row?.original ?? '';
  return { problem: null, change: isSame ? null : { column, content, before, after: text } };
}

/** Documents that a survey gives to its cases: those that have none, each once. */
class PlannedJoins {
  readonly joins: { case: string; document: string; documentName: string }[] = [];
  /** Names of files that no document has. */
  readonly unknown = new Set<string>();
  private readonly finder: DocumentFinder;
  private readonly joined = new Set<string>();

  constructor(project: OpenProject) {
    this.finder = new DocumentFinder(project);
  }

  add(name: string, text: string): void {
    for (const fileName of fileNamesOf(text)) {
      const document = this.finder.find(fileName);
      if (!document) this.unknown.add(fileName);
      else if (document.study_case === null && !this.joined.has(document.id)) {
        this.joined.add(document.id);
        this.joins.push({ case: name, document: document.id, documentName: document.name });
      }
    }
  }
}

function contentOf(text: string, { missing }: PlannedColumn): CellContent {
  const kind = missing.get(text);
  if (kind !== undefined) return { value: null, missing: kind, original: text };
  const standing = standingKind(text);
  if (standing !== null) return { value: null, missing: standing };
  return { value: text === '' ? null : text, missing: null };
}
