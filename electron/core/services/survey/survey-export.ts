import { missingWords } from '../../../../shared/domain/missing-words.ts';
import type { MissingKind } from '../../../../shared/domain/attribute.ts';
import { csvRow } from '../../../../shared/export/csv.ts';
import {
  attributeQueries,
  type AttributeRow,
  attributeValueQueries,
  caseQueries,
  surveyColumnQueries,
} from '../../store/repositories/case-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import type { OpenProject } from '../project/open-project.ts';

type ExportColumn = {
  readonly header: string;
  readonly cell: (studyCase: { readonly id: string; readonly name: string }) => string;
};

/**
 * Cases as CSV: the survey with its own columns in their order (all values as they came in), or all attributes after the name
 * and the documents. A missing value is the text it came in with, else the word of its kind (`missingWords`). Confidential
 * attributes are left out, a value withheld as confidential is an empty cell.
 */
export function exportCases(
  { store }: OpenProject,
  kind: 'survey' | 'cases',
): { csv: string; rows: number; withheld: string[] } {
  const attributes = store.all(attributeQueries.all);
  const byId = new Map(attributes.map((row) => [row.id, row]));
  const rows = store.all(attributeValueQueries.all);
  const values = new Map(rows.map((row) => [`${row.study_case} ${row.attribute}`, row]));
  const byAttribute = Map.groupBy(rows, ({ attribute }) => attribute);
  const valueColumn = (header: string, { id }: AttributeRow): ExportColumn => {
    const words = missingWords(byAttribute.get(id) ?? []);
    return {
      header,
      cell: (of) => {
        const row = values.get(`${of.id} ${id}`);
        if (row === undefined || row.missing === 'confidential') return '';
        return row.value ?? row.original ?? words[row.missing as MissingKind];
      },
    };
  };
  const layout = store.all(surveyColumnQueries.all);
  const documents = Map.groupBy(store.all(documentQueries.all), ({ study_case: of }) => of);
  const isSurvey = kind === 'survey' && layout.length > 0;
  const documentColumn = layout.find(({ role }) => role === 'document')?.attribute;
  const withheld = attributes.filter(({ confidential }) => confidential === 1);
  const columns: ExportColumn[] = isSurvey
    ? layout.flatMap(({ header, role, attribute }) => {
        if (role === 'key') return [{ header, cell: ({ name }) => name }];
        const row = byId.get(attribute ?? '');
        return row === undefined || row.confidential === 1 ? [] : [valueColumn(header, row)];
      })
    : [
        { header: 'case', cell: ({ name }) => name },
        { header: 'document', cell: ({ id }) => (documents.get(id) ?? []).map(({ name }) => name).join('; ') },
        ...attributes
          .filter(({ id, confidential }) => confidential === 0 && id !== documentColumn)
          .map((row) => valueColumn(row.key, row)),
      ];
  const cases = store.all(caseQueries.all);
  const csv = [
    csvRow(columns.map(({ header }) => header)),
    ...cases.map((of) => csvRow(columns.map(({ cell }) => cell(of)))),
  ].join('');
  return { csv, rows: cases.length, withheld: withheld.map(({ name }) => name) };
}
