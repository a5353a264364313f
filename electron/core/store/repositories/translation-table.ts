import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  selection: z.string(),
  coder: z.string(),
  language: z.string(),
  text: z.string(),
  translator: z.string(),
  checked: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type TranslationRow = z.infer<typeof row>;

export const translationTable = defineTable('translation', row, ['id']);

const columns = 'id, selection, coder, language, text, translator, checked, created_at, updated_at';
const qualified = columns.replaceAll(/\w+/g, (column) => `translation.${column} AS ${column}`);

export const translationQueries = {
  onSelection: defineQuery(
    row,
    `SELECT ${columns} FROM translation WHERE selection = ? ORDER BY language, created_at, id`,
  ),
  ofDocument: defineQuery(
    row.extend({ start_at: z.number(), end_at: z.number() }),
    `SELECT ${qualified}, selection.start_at AS start_at, selection.end_at AS end_at
       FROM selection JOIN translation ON translation.selection = selection.id
      WHERE selection.document = ? AND selection.state <> 'detached'
      ORDER BY selection.start_at, translation.language, translation.created_at, translation.id`,
  ),
  count: defineQuery(z.object({ count: z.number() }), 'SELECT count(*) AS count FROM translation'),
};
