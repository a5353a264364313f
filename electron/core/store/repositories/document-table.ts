import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  name: z.string(),
  position: z.number(),
  language: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  pattern: z.string(),
  original: z.string(),
  original_name: z.string(),
  text: z.string(),
  utf16_length: z.number(),
  code_points: z.number(),
  study_case: z.string().nullable(),
  created_at: z.string(),
});
export type DocumentRow = z.infer<typeof row>;

export const documentTable = defineTable('document', row, ['id']);

const columns =
  'id, name, position, language, format, encoding, pattern, original, original_name, text, utf16_length, code_points, study_case, created_at';

export const documentQueries = {
  all: defineQuery(row, `SELECT ${columns} FROM document ORDER BY position, name`),
  byId: defineQuery(row, `SELECT ${columns} FROM document WHERE id = ?`),
  /** The first one that the search index does not hold as it stands. */
  notIndexed: defineQuery(
    row,
    `SELECT ${columns} FROM document WHERE id = (
      SELECT id FROM document WHERE NOT EXISTS
        (SELECT 1 FROM search_document WHERE search_document.document = document.id AND search_document.stale = 0)
      ORDER BY position, name LIMIT 1)`,
  ),
  names: defineQuery(
    z.object({ id: z.string(), name: z.string(), original_name: z.string() }),
    'SELECT id, name, original_name FROM document',
  ),
  lastPosition: defineQuery(
    z.object({ position: z.number().nullable() }),
    'SELECT max(position) AS position FROM document',
  ),
};
