import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ id: z.string(), name: z.string(), created_at: z.string() });
export type CoderRow = z.infer<typeof row>;

export const coderTable = defineTable('coder', row, ['id']);

export const coderQueries = {
  all: defineQuery(row, 'SELECT id, name, created_at FROM coder ORDER BY created_at, name'),
  /** With the number of codings of each: reads them all. */
  counted: defineQuery(
    row.extend({ codings: z.number() }),
    'SELECT id, name, created_at, (SELECT count(*) FROM coding WHERE coding.coder = coder.id) AS codings FROM coder ORDER BY created_at, name',
  ),
  /** The one chosen last, else the first there is. */
  current: defineQuery(
    row,
    `SELECT id, name, created_at FROM coder
      ORDER BY id = (SELECT value FROM view_state WHERE key = 'coder') DESC, created_at, name LIMIT 1`,
  ),
  byName: defineQuery(row, 'SELECT id, name, created_at FROM coder WHERE name = ?'),
};

const doneRow = z.object({ coder: z.string(), document: z.string(), done_at: z.string() });
export const coderDocumentTable = defineTable('coder_document', doneRow, ['coder', 'document']);

export const coderDocumentQueries = {
  all: defineQuery(doneRow, 'SELECT coder, document, done_at FROM coder_document ORDER BY document, coder'),
  ofDocument: defineQuery(doneRow, 'SELECT coder, document, done_at FROM coder_document WHERE document = ?'),
};
