import { isDay } from '../../../../shared/domain/attribute.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import type { RefiCase, RefiProject, RefiVariableType } from '../../../../shared/refi/model.ts';
import { attributeQueries, attributeValueQueries, caseQueries } from '../../store/repositories/case-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { ExportGuids } from './export-guids.ts';

const types: Readonly<Record<string, RefiVariableType>> = {
  integer: 'Integer',
  decimal: 'Float',
  date: 'Date',
  boolean: 'Boolean',
};
const shapes: Readonly<Partial<Record<RefiVariableType, (value: string) => boolean>>> = {
  Integer: (value) => /^[+-]?\d+$/.test(value),
  Float: (value) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value),
  Date: isDay,
  Boolean: (value) => /^(?:true|false|0|1)$/.test(value),
};

/** Attributes as variables, cases with their values and documents. An attribute with a value its type cannot hold is written as text. Answers the cases by row. */
export function exportCases(
  {
    project: { store },
    guids,
    losses,
    written,
    kept,
  }: {
    readonly project: OpenProject;
    readonly guids: ExportGuids;
    readonly losses: Loss[];
    /** Documents that are written. */
    readonly written: ReadonlySet<string>;
    /** Keys of the attributes an anonymous file keeps, in which cases are numbered in the order of the project; null for a file with names. */
    readonly kept: ReadonlySet<string> | null;
  },
  project: RefiProject,
): Map<string, RefiCase> {
  const values = store.all(attributeValueQueries.all);
  const byAttribute = Map.groupBy(values, ({ attribute }) => attribute);
  // What is confidential never leaves the project.
  const all = store.all(attributeQueries.all);
  const isTold = ({ confidential, key }: { confidential: number; key: string }): boolean =>
    confidential === 0 && (kept === null || kept.has(key));
  const attributes = all.filter(isTold);
  for (const row of all) if (!isTold(row)) losses.push(loss('Variable', 'left_out', { name: row.name }));
  for (const { id, name, type } of attributes) {
    const wanted = types[type] ?? 'Text';
    const shape = shapes[wanted];
    const isWhole = (byAttribute.get(id) ?? []).every(({ value }) => value === null || shape?.(value) !== false);
    const guid = guids.of('attribute', id);
    project.variables.push({ guid, name, type: isWhole ? wanted : 'Text', description: '' });
    if (!isWhole || (wanted === 'Text' && type !== 'text'))
      losses.push(loss('Variable', 'type_changed', { guid, name }));
  }
  const cases = new Map<string, RefiCase>();
  const byCase = Map.groupBy(values, ({ study_case: of }) => of);
  const documents = Map.groupBy(store.all(documentQueries.all), ({ study_case: of }) => of);
  for (const [place, { id, name }] of store.all(caseQueries.all).entries()) {
    const own = new Map((byCase.get(id) ?? []).map((row) => [row.attribute, row]));
    const missing = [...own.values()].filter(({ value }) => value === null).length;
    const guid = guids.of('case', id);
    if (missing > 0) losses.push(loss('missing value', 'not_modelled', { guid, name, count: missing }));
    const of: RefiCase = {
      guid,
      name: kept ? `Case ${place + 1}` : name,
      description: '',
      codes: [],
      selections: [],
      values: attributes.flatMap(({ id: attribute }) => {
        const row = own.get(attribute);
        return row === undefined ? [] : [{ variable: guids.of('attribute', attribute), value: row.value }];
      }),
      sources: (documents.get(id) ?? [])
        .filter((document) => written.has(document.id))
        .map((document) => guids.of('document', document.id)),
    };
    project.cases.push(of);
    cases.set(id, of);
  }
  return cases;
}
