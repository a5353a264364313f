import { z } from 'zod';
import { defineQuery } from '../table.ts';

const row = z.object({
  id: z.string(),
  coder: z.string(),
  act: z.string(),
  reason: z.string(),
  at: z.string(),
  revision: z.number(),
});
export type BlindingRow = z.infer<typeof row>;

const columns = 'id, coder, act, reason, at, revision';

export const blindingQueries = {
  all: defineQuery(row, `SELECT ${columns} FROM blinding ORDER BY id`),
  any: defineQuery(z.object({ id: z.string() }), 'SELECT id FROM blinding LIMIT 1'),
  /** What was last begun or ended for a coder. */
  stateOf: defineQuery(
    row,
    `SELECT ${columns} FROM blinding WHERE coder = ? AND act <> 'left' ORDER BY id DESC LIMIT 1`,
  ),
};
