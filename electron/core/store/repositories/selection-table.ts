import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  document: z.string(),
  start_at: z.number(),
  end_at: z.number(),
  coder: z.string(),
  name: z.string().nullable(),
  comment: z.string().nullable(),
  quote_hash: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.string(),
  quote: z.string().nullable(),
  created_at: z.string(),
});
export type SelectionRow = z.infer<typeof row>;

export const selectionTable = defineTable('selection', row, ['id']);

const columns =
  'id, document, start_at, end_at, coder, name, comment, quote_hash, prefix, suffix, state, quote, created_at';

export const selectionQueries = {
  ofDocument: defineQuery(row, `SELECT ${columns} FROM selection WHERE document = ? ORDER BY start_at, end_at, id`),
  /** Those that stand in the text, so many at a time, from behind the one at this start, end and id. */
  placedBehind: defineQuery(
    row,
    `SELECT ${columns} FROM selection WHERE document = ? AND (start_at, end_at, id) > (?, ?, ?) AND state <> 'detached'
      ORDER BY start_at, end_at, id LIMIT 500`,
  ),
  /** Those that have lost their words. */
  detachedIn: defineQuery(
    row,
    `SELECT ${columns} FROM selection WHERE document = ? AND state = 'detached' ORDER BY start_at, end_at, id`,
  ),
  /** Everybody's, also those the current coder does not see: a change of the text concerns them all. */
  everyoneIn: defineQuery(
    row,
    `SELECT ${columns} FROM main.selection WHERE document = ? ORDER BY start_at, end_at, id`,
  ),
  byRange: defineQuery(
    row,
    `SELECT ${columns} FROM selection WHERE document = ? AND start_at = ? AND end_at = ? AND coder = ? AND state <> 'detached' ORDER BY id`,
  ),
  ofCoder: defineQuery(row, `SELECT ${columns} FROM selection WHERE coder = ?`),
};
