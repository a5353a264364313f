import { type CellFault, mostFaults, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { type MissingKind, valueProblem } from '../../../../shared/domain/attribute.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import {
  attributeQueries,
  attributeValueQueries,
  caseQueries,
  caseTable,
  surveyColumnQueries,
  valueGroupQueries,
} from '../../store/repositories/case-table.ts';
import { documentQueries, documentTable } from '../../store/repositories/document-table.ts';
import { speakerQueries, speakerTable } from '../../store/repositories/turn-table.ts';
import { attributeRow, shapeOf, writeCell } from './attribute-rows.ts';
import { caseRow, freeCaseName, insertCase, removeCase, renameCases } from './case-rows.ts';
import type { Context, Service } from '../project/context.ts';
import { joinableDocuments } from '../documents/document-join.ts';
import { speakerRow } from '../documents/speaker-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

function list({ store }: OpenProject): Output<'cases.list'> {
  const documents = Map.groupBy(store.all(documentQueries.all), (document) => document.study_case);
  const speakers = Map.groupBy(store.all(speakerQueries.withCase), (speaker) => speaker.study_case);
  const values = Map.groupBy(store.all(attributeValueQueries.all), (value) => value.study_case);
  const groups = Map.groupBy(store.all(valueGroupQueries.all), (group) => group.attribute);
  const documentColumns = new Set(
    store.all(surveyColumnQueries.all).flatMap(({ role, attribute }) => (role === 'document' ? attribute : [])),
  );
  return {
    attributes: store.all(attributeQueries.all).map((row) => ({
      id: asId<'attribute'>(row.id),
      key: row.key,
      name: row.name,
      ...shapeOf(row),
      categories: row.categories === null ? null : (JSON.parse(row.categories) as string[]),
      lowLabel: row.low_label,
      highLabel: row.high_label,
      confidential: row.confidential === 1,
      isDocumentColumn: documentColumns.has(row.id),
      groups: Object.fromEntries((groups.get(row.id) ?? []).map(({ value, grouped_as }) => [value, grouped_as])),
    })),
    cases: store.all(caseQueries.all).map((row) => {
      const own = values.get(row.id) ?? [];
      return {
        id: asId<'case'>(row.id),
        name: row.name,
        documents: (documents.get(row.id) ?? []).map(({ id }) => asId<'document'>(id)),
        speakers: (speakers.get(row.id) ?? []).map((speaker) => ({
          id: asId<'speaker'>(speaker.id),
          name: speaker.name,
          document: asId<'document'>(speaker.document),
        })),
        values: Object.fromEntries(own.flatMap(({ attribute, value }) => (value === null ? [] : [[attribute, value]]))),
        missing: Object.fromEntries(
          own.flatMap(({ attribute, missing }) => (missing === null ? [] : [[attribute, missing as MissingKind]])),
        ),
      };
    }),
  };
}

/** Writes cells, names and new cases, after looking at every value. */
function edit(project: OpenProject, { cells, names, created }: ParsedInput<'cases.edit'>): Output<'cases.edit'> {
  const attributes = new Map(project.store.all(attributeQueries.all).map((row) => [row.id, row]));
  const caseNames = new Map(project.store.all(caseQueries.all).map(({ id, name }) => [id, name]));
  const faults: CellFault[] = [];
  const judge = (caseName: string, id: string, value: string): void => {
    const attribute = attributes.get(id) ?? attributeRow(project, id);
    const problem = valueProblem(shapeOf(attribute), value);
    if (problem) faults.push({ case: caseName, attribute: attribute.name, value, problem });
  };
  for (const cell of cells) {
    const name = caseNames.get(cell.case) ?? caseRow(project, cell.case).name;
    if (cell.value !== null) judge(name, cell.attribute, cell.value);
    else if (!attributes.has(cell.attribute)) attributeRow(project, cell.attribute);
  }
  for (const { name, values } of created)
    for (const [attribute, value] of Object.entries(values)) judge(name, attribute, value);
  if (faults.length > 0) throw new VerbatimError('cell_values', { faults: faults.slice(0, mostFaults) });

  const label = { cells: cells.length + names.length, cases: created.length };
  return project.change('cases.edit', label, (log) => {
    let changed = renameCases(project, log, new Map(names.map(({ case: id, name }) => [id, name])));
    for (const { value, missing, ...place } of cells)
      if (writeCell(project, log, place, { value, missing: value === null ? missing : null })) changed++;
    const made = created.map(({ name, values }) => {
      const { id } = insertCase(project, log, freeCaseName(project, name));
      for (const [attribute, value] of Object.entries(values))
        writeCell(project, log, { case: id, attribute }, { value, missing: null });
      return asId<'case'>(id);
    });
    return { changed, created: made };
  });
}

type Names =
  | 'cases.list'
  | 'cases.create'
  | 'cases.rename'
  | 'cases.remove'
  | 'cases.edit'
  | 'cases.assignDocument'
  | 'cases.assignSpeaker'
  | 'cases.joinDocuments';

export function casesService(context: Context): Service<Names> {
  return {
    'cases.list': () => list(context.project()),

    'cases.create': ({ name }) => {
      const project = context.project();
      const free = freeCaseName(project, name);
      const row = project.change('cases.create', { case: free }, (log) => insertCase(project, log, free));
      return { case: asId<'case'>(row.id) };
    },

    'cases.rename': ({ case: id, name }) => {
      const project = context.project();
      caseRow(project, id);
      const free = freeCaseName(project, name, id);
      project.change('cases.rename', { case: free }, (log) => log.update(caseTable, id, { name: free }));
      return {};
    },

    'cases.remove': ({ cases }) => {
      const project = context.project();
      const rows = [...new Set(cases)].map((id) => caseRow(project, id));
      project.change('cases.remove', { case: rows[0]!.name, cases: rows.length }, (log) => {
        for (const { id } of rows) removeCase(project, log, id);
      });
      return {};
    },

    'cases.edit': (input) => edit(context.project(), input),

    'cases.assignDocument': ({ document, case: id }) => {
      const project = context.project();
      const row = project.document(document);
      const label = { document: row.name, case: id === null ? '' : caseRow(project, id).name };
      project.change('cases.assignDocument', label, (log) => log.update(documentTable, document, { study_case: id }));
      return {};
    },

    'cases.assignSpeaker': ({ speaker, case: id }) => {
      const project = context.project();
      const { name } = speakerRow(project, speaker);
      const label = { speaker: name, case: id === null ? '' : caseRow(project, id).name };
      project.change('cases.assignSpeaker', label, (log) => log.update(speakerTable, speaker, { study_case: id }));
      return {};
    },

    'cases.joinDocuments': () => {
      const project = context.project();
      const joins = joinableDocuments(project);
      project.change('cases.joinDocuments', { documents: joins.length }, (log) => {
        for (const join of joins) log.update(documentTable, join.document, { study_case: join.case });
      });
      return { joined: joins.length };
    },
  };
}
