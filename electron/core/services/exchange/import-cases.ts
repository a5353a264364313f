import type { AttributeType } from '../../../../shared/domain/attribute.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { unknownInstant } from '../../../../shared/refi/instant.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiCase, RefiValue, RefiVariableType } from '../../../../shared/refi/model.ts';
import { attributeQueries, attributeValueTable, caseQueries, caseTable } from '../../store/repositories/case-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { insertAttribute } from '../cases/attribute-rows.ts';
import { freeName } from '../imports/store-document.ts';
import type { ImportRun } from './import-run.ts';

const attributeTypes: Readonly<Record<RefiVariableType, AttributeType>> = {
  Text: 'text',
  Boolean: 'boolean',
  Integer: 'integer',
  Float: 'decimal',
  Date: 'date',
  DateTime: 'text',
};

/** Takes variables over as attributes, cases as cases; variables of a source alone become those of a case of its name. */
export class ImportedCases {
  private readonly run: ImportRun;
  private readonly attributes = new Map<string, string>();
  private readonly names: Set<string>;
  /** Cases there were before. */
  private readonly byName: ReadonlyMap<string, string>;
  private position: number;

  constructor(run: ImportRun) {
    this.run = run;
    const rows = run.project.store.all(caseQueries.all);
    this.names = new Set(rows.map(({ name }) => name));
    this.byName = new Map(rows.map(({ id, name }) => [name, id]));
    this.position = Math.max(-1, ...rows.map(({ position }) => position)) + 1;
  }

  importAll(): void {
    this.importVariables();
    for (const of of this.run.file.project.cases) this.importCase(of);
    for (const source of this.run.file.project.sources) {
      const document = this.run.pages.get(source);
      if (source.values.length === 0) continue;
      if (document === undefined) {
        if (this.run.keptSources.has(guidKey(source.guid)))
          this.run.tally.count('VariableValue', 'imported', source.values.length);
        else for (const value of source.values) this.loseValue(value);
        continue;
      }
      const row = this.run.project.document(document);
      const standing = row.study_case ?? this.insertCase(row.name);
      if (row.study_case === null) this.run.log.update(documentTable, document, { study_case: standing });
      this.importValues(standing, source.values);
    }
  }

  private importVariables(): void {
    const { project, log, ids, tally } = this.run;
    const rows = project.store.all(attributeQueries.all);
    const keys = new Set(rows.map(({ key }) => key));
    let position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
    for (const { guid, name, type, description } of this.run.file.project.variables) {
      const byGuid = ids.entity('attribute', guid);
      const wanted = attributeTypes[type];
      const standing = byGuid ?? rows.find((row) => row.name === name && row.type === wanted)?.id ?? null;
      tally.count('Variable', standing === null ? 'imported' : 'present');
      const id =
        standing ??
        insertAttribute(project, log, { key: freeName(name, keys), name, type: wanted, position: position++ }).id;
      if (standing === null && type === 'DateTime') tally.note(loss('Variable', 'type_changed', { guid, name }));
      if (description.trim() !== '') tally.note(loss('Variable description', 'kept_unseen', { guid, name }));
      if (byGuid === null) ids.remember(log, 'attribute', id, guid);
      this.attributes.set(guidKey(guid), id);
    }
  }

  private importCase(of: RefiCase): void {
    const { project, log, ids, tally } = this.run;
    const documents = of.sources.flatMap((source) => {
      const document = this.run.documents.get(guidKey(source));
      if (document === undefined) tally.note(loss('SourceRef', 'unresolved', { guid: source, name: of.name }));
      return document === undefined ? [] : [document];
    });
    const byGuid = ids.entity('case', of.guid);
    const name = of.name ?? (documents[0] === undefined ? of.guid : project.document(documents[0]).name);
    const byName = this.byName.get(name);
    const standing = byGuid ?? (byName !== undefined && !this.claimed.has(byName) ? byName : null);
    tally.count('Case', standing === null ? 'imported' : 'present');
    const id = standing ?? this.insertCase(name);
    this.claimed.add(id);
    if (byGuid === null) ids.remember(log, 'case', id, of.guid);
    if (standing === null)
      this.run.insertDescription(
        { study_case: id, coder: project.coder, text: of.description, at: unknownInstant },
        of.guid,
      );
    for (const document of documents) {
      const row = project.document(document);
      if (row.study_case === null) log.update(documentTable, document, { study_case: id });
      else if (row.study_case !== id) tally.note(loss('SourceRef', 'second_case', { name: `${name}: ${row.name}` }));
    }
    if (of.selections.length > 0)
      tally.note(loss('SelectionRef', 'kept_unseen', { name, count: of.selections.length }));
    if (of.codes.length > 0) tally.note(loss('CodeRef', 'kept_unseen', { name, count: of.codes.length }));
    this.importValues(id, of.values);
  }

  private readonly claimed = new Set<string>();

  private insertCase(name: string): string {
    const id = this.run.project.newId<'case'>();
    const row = { id, name: freeName(name, this.names), position: this.position++, created_at: this.run.project.now() };
    this.run.log.insert(caseTable, row);
    this.claimed.add(id);
    return id;
  }

  private importValues(studyCase: string, values: readonly RefiValue[]): void {
    const { tally, log, project } = this.run;
    for (const given of values) {
      const attribute = this.attributes.get(guidKey(given.variable ?? ''));
      if (attribute === undefined) {
        this.loseValue(given);
        continue;
      }
      const standing = project.store.row(attributeValueTable, JSON.stringify([studyCase, attribute]));
      tally.count('VariableValue', standing === null && given.value !== null ? 'imported' : 'present');
      if (standing === null && given.value !== null)
        log.insert(attributeValueTable, {
          study_case: studyCase,
          attribute,
          value: given.value.toWellFormed(),
          missing: null,
          original: null,
        });
    }
  }

  private loseValue({ variable }: RefiValue): void {
    this.run.tally.lose(loss('VariableValue', 'unresolved', { guid: variable }));
  }
}
