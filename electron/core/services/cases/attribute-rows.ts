import { needed } from '../../../../shared/contract/needed.ts';
import type { AttributeShape, AttributeType } from '../../../../shared/domain/attribute.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  attributeQueries,
  type AttributeRow,
  attributeTable,
  type AttributeValueRow,
  attributeValueTable,
} from '../../store/repositories/case-table.ts';
import { freeName } from '../imports/store-document.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What the values of an attribute must be. */
export function shapeOf(row: AttributeRow): AttributeShape {
  return {
    type: row.type as AttributeType,
    categories: row.categories === null ? null : (JSON.parse(row.categories) as string[]),
    minimum: row.minimum,
    maximum: row.maximum,
  };
}

/** The columns of a shape; categories and range only where the type has them. */
export function shapeColumns(shape: AttributeShape): Pick<AttributeRow, 'type' | 'categories' | 'minimum' | 'maximum'> {
  const isNumber = shape.type === 'integer' || shape.type === 'decimal';
  const hasCategories = shape.type === 'one_of' || shape.type === 'ordered';
  return {
    type: shape.type,
    categories: hasCategories ? JSON.stringify([...new Set(shape.categories)]) : null,
    minimum: isNumber ? shape.minimum : null,
    maximum: isNumber ? shape.maximum : null,
  };
}

/** The row of an attribute. Throws `not_found`. */
export function attributeRow(project: OpenProject, id: string): AttributeRow {
  return needed('attribute', id, project.store.row(attributeTable, id));
}

type NewAttribute = Partial<AttributeShape> & {
  readonly key: string;
  readonly name?: string;
  readonly position?: number;
  readonly lowLabel?: string | null | undefined;
  readonly highLabel?: string | null | undefined;
  readonly confidential?: boolean | undefined;
};

/** Makes an attribute, last unless it is given a place; a key already taken gets " (2)". */
export function insertAttribute(project: OpenProject, log: ChangeLog, made: NewAttribute): AttributeRow {
  const rows = project.store.all(attributeQueries.all);
  const shape = { type: 'text', categories: null, minimum: null, maximum: null, ...made } as const;
  const row: AttributeRow = {
    id: project.newId<'attribute'>(),
    key: freeName(made.key, new Set(rows.map(({ key }) => key))),
    name: made.name ?? made.key,
    ...shapeColumns(shape),
    position: made.position ?? Math.max(-1, ...rows.map(({ position }) => position)) + 1,
    confidential: Number(made.confidential ?? false),
    low_label: made.lowLabel || null,
    high_label: made.highLabel || null,
  };
  log.insert(attributeTable, row);
  return row;
}

/** What a cell is to hold; nothing at all where both are null. */
export type CellContent = Pick<AttributeValueRow, 'value' | 'missing'> & {
  /** The text that stood for the missing value. */
  readonly original?: string | null;
};

/** Writes one cell; answers whether that changed it. */
export function writeCell(
  { store }: OpenProject,
  log: ChangeLog,
  place: { readonly case: string; readonly attribute: string },
  { value, missing, original = null }: CellContent,
): boolean {
  const key = JSON.stringify([place.case, place.attribute]);
  const standing = store.row(attributeValueTable, key);
  const isEmpty = value === null && missing === null;
  if (isEmpty) {
    if (standing) log.remove(attributeValueTable, key);
    return standing !== null;
  }
  const row = { study_case: place.case, attribute: place.attribute, value, missing, original };
  if (!standing) {
    log.insert(attributeValueTable, row);
    return true;
  }
  if (standing.value === value && standing.missing === missing && standing.original === original) return false;
  log.update(attributeValueTable, key, row);
  return true;
}
