import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ id: z.string(), name: z.string(), position: z.number(), created_at: z.string() });
export type CaseRow = z.infer<typeof row>;
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
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  low_label: z.string().nullable(),
  high_label: z.string().nullable(),
});
export type AttributeRow = z.infer<typeof attributeRow>;
export const attributeTable = defineTable('attribute', attributeRow, ['id']);

export const attributeQueries = {
  all: defineQuery(
    attributeRow,
    `SELECT id, key, name, type, categories, position, confidential, minimum, maximum, low_label, high_label
       FROM attribute ORDER BY position, key`,
  ),
};

const valueRow = z.object({
  study_case: z.string(),
  attribute: z.string(),
  value: z.string().nullable(),
  missing: z.string().nullable(),
  original: z.string().nullable(),
});
export type AttributeValueRow = z.infer<typeof valueRow>;
export const attributeValueTable = defineTable('attribute_value', valueRow, ['study_case', 'attribute']);

export const attributeValueQueries = {
  all: defineQuery(valueRow, 'SELECT study_case, attribute, value, missing, original FROM attribute_value'),
  ofAttribute: defineQuery(
    valueRow,
    'SELECT study_case, attribute, value, missing, original FROM attribute_value WHERE attribute = ?',
  ),
  ofCase: defineQuery(
    valueRow,
    'SELECT study_case, attribute, value, missing, original FROM attribute_value WHERE study_case = ?',
  ),
};

const groupRow = z.object({ attribute: z.string(), value: z.string(), grouped_as: z.string() });
export const valueGroupTable = defineTable('value_group', groupRow, ['attribute', 'value']);

export const valueGroupQueries = {
  all: defineQuery(groupRow, 'SELECT attribute, value, grouped_as FROM value_group ORDER BY attribute, value'),
  ofAttribute: defineQuery(
    groupRow,
    'SELECT attribute, value, grouped_as FROM value_group WHERE attribute = ? ORDER BY value',
  ),
};

const surveyColumnRow = z.object({
  header: z.string(),
  position: z.number(),
  attribute: z.string().nullable(),
  role: z.string(),
});
export type SurveyColumnRow = z.infer<typeof surveyColumnRow>;
export const surveyColumnTable = defineTable('survey_column', surveyColumnRow, ['header']);

export const surveyColumnQueries = {
  all: defineQuery(
    surveyColumnRow,
    'SELECT header, position, attribute, role FROM survey_column ORDER BY position, header',
  ),
  ofAttribute: defineQuery(
    surveyColumnRow,
    'SELECT header, position, attribute, role FROM survey_column WHERE attribute = ?',
  ),
};
