import type { SurveyFault } from '../../../../shared/contract/errors.ts';
import { type MissingKind, valueProblem } from '../../../../shared/domain/attribute.ts';
import { missingWords, standingKind } from '../../../../shared/domain/missing-words.ts';
import type { SurveyTable } from '../../import/survey/survey-table.ts';
import { attributeValueQueries, caseQueries } from '../../store/repositories/case-table.ts';
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
  const valueRows = project.store.all(attributeValueQueries.all);
  const values = new Map(valueRows.map((row) => [`${row.study_case} ${row.attribute}`, row]));
  const byAttribute = Map.groupBy(valueRows, ({ attribute }) => attribute);
  const words = new Map(
    columns.map(({ header, standing }) => [header, missingWords(byAttribute.get(standing?.id ?? '') ?? [])]),
  );
  const finder = new DocumentFinder(project);
  const faults: SurveyFault[] = [];
  const rows: PlannedRow[] = [];
  const joins: { case: string; document: string; documentName: string }[] = [];
  const unknownDocuments = new Set<string>();
  const seen = new Set<string>();
  const joined = new Set<string>();

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
        const content = contentOf(text, column);
        const now =
          standing === null || column.standing === null ? undefined : values.get(`${standing} ${column.standing.id}`);
        const says =
          now === undefined || now.missing === null
            ? ''
            : (now.original ?? words.get(column.header)![now.missing as MissingKind]);
        // The cell as it would be exported: it says again why there is no value. An empty one says nothing against it.
        const isKnownReason = (text === '' || text === says) && (now?.value ?? null) === null;
        const problem = content.value === null || isKnownReason ? null : valueProblem(column.shape, content.value);
        if (problem !== null) {
          fault(column.header, problem, text);
          continue;
        }
        const isSame =
          (isKnownReason && !column.missing.has(text)) ||
          (now !== undefined &&
            now.value === content.value &&
            now.missing === content.missing &&
            now.original === (content.original ?? null));
        if (!isSame) changed.push({ column, content, before: now?.value ?? now?.original ?? '', after: text });
        if (column.role !== 'document') continue;
        for (const fileName of fileNamesOf(text)) {
          const document = finder.find(fileName);
          if (!document) unknownDocuments.add(fileName);
          else if (document.study_case === null && !joined.has(document.id)) {
            joined.add(document.id);
            joins.push({ case: name, document: document.id, documentName: document.name });
          }
        }
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
    joins,
    unknownDocuments: [...unknownDocuments],
  };
}

function contentOf(text: string, { missing }: PlannedColumn): CellContent {
  const kind = missing.get(text);
  if (kind !== undefined) return { value: null, missing: kind, original: text };
  const standing = standingKind(text);
  if (standing !== null) return { value: null, missing: standing };
  return { value: text === '' ? null : text, missing: null };
}
