import { mostFaults, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { type AttributeShape, valueProblem } from '../../../../shared/domain/attribute.ts';
import { movedBefore } from '../../../../shared/domain/moved-before.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  attributeQueries,
  attributeTable,
  attributeValueQueries,
  attributeValueTable,
  caseQueries,
  surveyColumnQueries,
  surveyColumnTable,
  valueGroupQueries,
  valueGroupTable,
} from '../../store/repositories/case-table.ts';
import { attributeRow, insertAttribute, shapeColumns, shapeOf, writeCell } from './attribute-rows.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';

function freeAttributeName(project: OpenProject, name: string, self?: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'attribute' });
  const taken = project.store.all(attributeQueries.all).some((row) => row.name === trimmed && row.id !== self);
  if (taken) throw new VerbatimError('name_taken', { kind: 'attribute', name: trimmed });
  return trimmed;
}

/** Values a shape does not admit, in the order of the cases. */
function misfits({ store }: OpenProject, attribute: string, shape: AttributeShape): Output<'attributes.misfits'> {
  const values = new Map(
    store.all(attributeValueQueries.ofAttribute, attribute).map((row) => [row.study_case, row.value]),
  );
  return store.all(caseQueries.all).flatMap(({ id, name }) => {
    const value = values.get(id) ?? null;
    const problem = value === null ? null : valueProblem(shape, value);
    return value === null || problem === null ? [] : [{ case: asId<'case'>(id), caseName: name, value, problem }];
  });
}

function removeAttribute({ store }: OpenProject, log: ChangeLog, id: string): void {
  for (const row of store.all(attributeValueQueries.ofAttribute, id))
    log.remove(attributeValueTable, JSON.stringify([row.study_case, id]));
  for (const { value } of store.all(valueGroupQueries.ofAttribute, id))
    log.remove(valueGroupTable, JSON.stringify([id, value]));
  for (const { header } of store.all(surveyColumnQueries.ofAttribute, id)) log.remove(surveyColumnTable, header);
  log.remove(attributeTable, id);
}

type Names =
  | 'attributes.create'
  | 'attributes.update'
  | 'attributes.misfits'
  | 'attributes.move'
  | 'attributes.remove'
  | 'attributes.group';

export function attributesService(context: Context): Service<Names> {
  return {
    'attributes.create': ({ name, type, categories = null, minimum = null, maximum = null, ...rest }) => {
      const project = context.project();
      const free = freeAttributeName(project, name);
      const row = project.change('attributes.create', { attribute: free }, (log) =>
        insertAttribute(project, log, { key: free, type, categories, minimum, maximum, ...rest }),
      );
      return { attribute: asId<'attribute'>(row.id) };
    },

    'attributes.update': ({ attribute, patch, misfitsToMissing }) => {
      const project = context.project();
      const row = attributeRow(project, attribute);
      const standing = shapeOf(row);
      const shape = {
        type: patch.type ?? standing.type,
        categories: patch.categories === undefined ? standing.categories : patch.categories,
        minimum: patch.minimum === undefined ? standing.minimum : patch.minimum,
        maximum: patch.maximum === undefined ? standing.maximum : patch.maximum,
      };
      const name = patch.name === undefined ? row.name : freeAttributeName(project, patch.name, attribute);
      const gone = misfits(project, attribute, shape);
      if (gone.length > 0 && !misfitsToMissing) {
        const faults = gone.map(({ caseName, value, problem }) => ({
          case: caseName,
          attribute: name,
          value,
          problem,
        }));
        throw new VerbatimError('cell_values', { faults: faults.slice(0, mostFaults) });
      }
      project.change('attributes.update', { attribute: name }, (log) => {
        log.update(attributeTable, attribute, {
          name,
          ...shapeColumns(shape),
          ...(patch.lowLabel === undefined ? {} : { low_label: patch.lowLabel || null }),
          ...(patch.highLabel === undefined ? {} : { high_label: patch.highLabel || null }),
          ...(patch.confidential === undefined ? {} : { confidential: Number(patch.confidential) }),
        });
        for (const { case: id, value } of gone)
          writeCell(project, log, { case: id, attribute }, { value: null, missing: 'missing', original: value });
      });
      return { misfits: gone.length };
    },

    'attributes.misfits': ({ attribute, ...shape }) => {
      const project = context.project();
      attributeRow(project, attribute);
      return misfits(project, attribute, shape);
    },

    'attributes.move': ({ attribute, before }) => {
      const project = context.project();
      const row = attributeRow(project, attribute);
      const moved = movedBefore(project.store.all(attributeQueries.all), attribute, before);
      if (!moved) throw new VerbatimError('not_found', { kind: 'attribute', name: before ?? '' });
      project.change('attributes.move', { attribute: row.name }, (log) => {
        for (const [position, { id }] of moved.entries()) log.update(attributeTable, id, { position });
      });
      return {};
    },

    'attributes.remove': ({ attribute }) => {
      const project = context.project();
      const row = attributeRow(project, attribute);
      project.change('attributes.remove', { attribute: row.name }, (log) => removeAttribute(project, log, attribute));
      return {};
    },

    'attributes.group': ({ attribute, values, as }) => {
      const project = context.project();
      const row = attributeRow(project, attribute);
      const name = as?.trim() ?? null;
      if (name === '') throw new VerbatimError('name_empty', { kind: 'group' });
      project.change('attributes.group', { attribute: row.name, group: name ?? '', values: values.length }, (log) => {
        for (const value of new Set(values)) {
          const key = JSON.stringify([attribute, value]);
          const standing = project.store.row(valueGroupTable, key);
          if (name === null) {
            if (standing) log.remove(valueGroupTable, key);
          } else if (standing) log.update(valueGroupTable, key, { grouped_as: name });
          else log.insert(valueGroupTable, { attribute, value, grouped_as: name });
        }
      });
      return {};
    },
  };
}
