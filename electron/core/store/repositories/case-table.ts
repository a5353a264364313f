import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ id: z.string(), name: z.string(), position: z.number(), created_at: z.string() });
export const caseTable = defineTable('study_case', row, ['id']);

export const caseQueries = {
  all: defineQuery(row, 'SELECT id, name, position, created_at FROM study_case ORDER BY position, name'),
};

const attributeRow = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  type: z.string(),
  categories: z.string().nullable(),
  position: z.number(),
  confidential: z.number(),
});
export const attributeTable = defineTable('attribute', attributeRow, ['id']);

export const attributeQueries = {
  all: defineQuery(
    attributeRow,
    'SELECT id, key, name, type, categories, position, confidential FROM attribute ORDER BY position, key',
  ),
};

const valueRow = z.object({
  study_case: z.string(),
  attribute: z.string(),
  value: z.string().nullable(),
  missing: z.string().nullable(),
});
export const attributeValueTable = defineTable('attribute_value', valueRow, ['study_case', 'attribute']);

export const attributeValueQueries = {
  all: defineQuery(valueRow, 'SELECT study_case, attribute, value, missing FROM attribute_value'),
};
