import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  copy_id: z.string(),
  base_revision: z.number(),
  name: z.string(),
  language: z.string(),
  synthetic: z.number(),
  template: z.string(),
  created_at: z.string(),
  base_copy: z.string().nullable(),
  copy_for: z.string().nullable(),
});
export type ProjectRow = z.infer<typeof row>;

export const projectTable = defineTable('project', row, ['id']);

export const projectQueries = {
  only: defineQuery(
    row,
    'SELECT id, copy_id, base_revision, name, language, synthetic, template, created_at, base_copy, copy_for FROM project',
  ),
  counts: defineQuery(
    z.object({ documents: z.number(), codes: z.number(), codings: z.number() }),
    'SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM code) AS codes, (SELECT count(*) FROM coding) AS codings',
  ),
};
