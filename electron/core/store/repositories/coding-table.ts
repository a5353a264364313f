import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  selection: z.string(),
  code: z.string(),
  coder: z.string(),
  origin: z.string(),
  code_version: z.number(),
  created_at: z.string(),
});
export type CodingRow = z.infer<typeof row>;

export const codingTable = defineTable('coding', row, ['id']);

const columns = 'id, selection, code, coder, origin, code_version, created_at';

/** A coding with the place of its selection: what analysis, export and the view of a document need. */
const placedRow = z.object({
  id: z.string(),
  document: z.string(),
  selection: z.string(),
  code: z.string(),
  coder: z.string(),
  start_at: z.number(),
  end_at: z.number(),
});
export type PlacedCodingRow = z.infer<typeof placedRow>;

const placed = `SELECT coding.id AS id, selection.document AS document, coding.selection AS selection, coding.code AS code, coding.coder AS coder,
       selection.start_at AS start_at, selection.end_at AS end_at
  FROM coding JOIN selection ON selection.id = coding.selection`;

export const codingQueries = {
  ofSelection: defineQuery(row, `SELECT ${columns} FROM coding WHERE selection = ? ORDER BY created_at, id`),
  /** Of several selections, named as a JSON array; the cross keeps their names the outer loop. */
  ofSelections: defineQuery(
    row,
    `SELECT coding.id AS id, coding.selection AS selection, coding.code AS code, coding.coder AS coder, coding.origin AS origin,
            coding.code_version AS code_version, coding.created_at AS created_at
       FROM json_each(?) AS wanted CROSS JOIN coding ON coding.selection = wanted.value ORDER BY coding.created_at, coding.id`,
  ),
  ofDocument: defineQuery(
    row,
    `SELECT coding.id AS id, coding.selection AS selection, coding.code AS code, coding.coder AS coder, coding.origin AS origin,
            coding.code_version AS code_version, coding.created_at AS created_at
       FROM selection JOIN coding ON coding.selection = selection.id WHERE selection.document = ? ORDER BY coding.created_at, coding.id`,
  ),
  ofCode: defineQuery(row, `SELECT ${columns} FROM coding WHERE code = ?`),
  placed: defineQuery(placedRow, `${placed} WHERE selection.state <> 'detached'`),
  /** By coder: codings whose selection has lost its words and stands nowhere. */
  unplaced: defineQuery(
    z.object({ coder: z.string(), count: z.number() }),
    `SELECT coding.coder AS coder, count(*) AS count FROM coding JOIN selection ON selection.id = coding.selection
     WHERE selection.state = 'detached' GROUP BY coding.coder`,
  ),
  placedInDocument: defineQuery(
    placedRow,
    `${placed} WHERE selection.document = ? AND selection.state <> 'detached' ORDER BY start_at, end_at`,
  ),
  placedOfCode: defineQuery(
    placedRow,
    `${placed} WHERE coding.code = ? AND selection.state <> 'detached' ORDER BY selection.document, start_at, end_at`,
  ),
  /** With the version each was made under. */
  versionsOfCode: defineQuery(
    placedRow.extend({ code_version: z.number(), created_at: z.string() }),
    `SELECT coding.id AS id, selection.document AS document, coding.selection AS selection, coding.code AS code, coding.coder AS coder,
            selection.start_at AS start_at, selection.end_at AS end_at, coding.code_version AS code_version, coding.created_at AS created_at
       FROM coding JOIN selection ON selection.id = coding.selection
      WHERE coding.code = ? AND selection.state <> 'detached' ORDER BY selection.document, start_at, end_at`,
  ),
  /** When each was made and by whom. */
  times: defineQuery(
    z.object({ id: z.string(), coder: z.string(), created_at: z.string() }),
    `SELECT coding.id AS id, coding.coder AS coder, coding.created_at AS created_at
       FROM coding JOIN selection ON selection.id = coding.selection WHERE selection.state <> 'detached'`,
  ),
  countsByDocument: defineQuery(
    z.object({ document: z.string(), codings: z.number() }),
    'SELECT selection.document AS document, count(*) AS codings FROM coding JOIN selection ON selection.id = coding.selection GROUP BY selection.document',
  ),
  /** Newest first: one row per coding, to be cut off once enough different codes are seen. */
  recentOfCoder: defineQuery(
    z.object({ code: z.string() }),
    "SELECT code FROM coding WHERE coder = ? AND origin = 'manual' ORDER BY created_at DESC, id DESC LIMIT 500",
  ),
};
