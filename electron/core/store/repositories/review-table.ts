import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  selection: z.string(),
  cause: z.string().nullable(),
  quote: z.string(),
  created_at: z.string(),
  kept_at: z.string().nullable(),
});
export type ReviewRow = z.infer<typeof row>;

export const reviewTable = defineTable('selection_review', row, ['selection']);

const doubtedRow = z.object({
  id: z.string(),
  document: z.string(),
  start_at: z.number(),
  end_at: z.number(),
  coder: z.string(),
  state: z.string(),
  quote: z.string().nullable(),
  created_at: z.string(),
});
export type DoubtedRow = z.infer<typeof doubtedRow>;

export const reviewQueries = {
  all: defineQuery(row, 'SELECT selection, cause, quote, created_at, kept_at FROM selection_review'),
  /** Every selection that does not stand surely where its words are. */
  doubted: defineQuery(
    doubtedRow,
    `SELECT id, document, start_at, end_at, coder, state, quote, created_at FROM selection WHERE state <> 'placed' ORDER BY document, start_at, id`,
  ),
};
